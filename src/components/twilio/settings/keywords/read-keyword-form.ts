import type { Keyword, KeywordMatch, SaveKeywordInput } from '@/shared/schemas/keyword'
import { textOf } from '../../text-of'

/** What the editor's form says, as the API takes it. Texts that are empty are nothing. */
export function readKeywordForm(
  form: FormData,
  { match, timed, days, rule }: { match: KeywordMatch; timed: boolean; days: number[]; rule: Keyword | null },
): SaveKeywordInput {
  const optional = (name: string) => textOf(form, name).trim() || null
  const lines = (name: string, between: RegExp) =>
    textOf(form, name)
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  return {
    name: textOf(form, 'name').trim(),
    ourNumber: optional('ourNumber'),
    match,
    words: match === 'any' ? [] : lines('words', /\n/),
    enabled: rule?.enabled ?? true,
    hours: timed
      ? {
          timeZone: textOf(form, 'timeZone').trim(),
          days,
          from: textOf(form, 'from'),
          to: textOf(form, 'to'),
          when: textOf(form, 'when') === 'outside' ? 'outside' : 'during',
          closedOn: lines('closedOn', /[\s,]+/),
        }
      : null,
    replyBody: optional('replyBody'),
    replyTemplateId: optional('replyTemplateId'),
    tags: lines('tags', /,/),
    assignTo: optional('assignTo'),
    flowId: optional('flowId'),
  }
}
