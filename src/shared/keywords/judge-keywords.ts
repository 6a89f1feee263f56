import type { Keyword, KeywordVerdict } from '@/shared/schemas/keyword'
import { isWithinHours } from './is-within-hours'
import { matchWords } from './match-words'

export type KeywordRule = Pick<Keyword, 'id' | 'name' | 'ourNumber' | 'match' | 'words' | 'enabled' | 'hours'>

/** What each rule, in order, says to a text that reached `ourNumber` (null: any). At most one answers; those behind it stay silent. */
export function judgeKeywords<Rule extends KeywordRule>(
  rules: readonly Rule[],
  text: { body: string; ourNumber: string | null; at: Date },
): { rule: Rule; verdict: KeywordVerdict }[] {
  let answered = false
  return rules.map((rule) => {
    const objection = objectionOf(rule, text)
    if (objection) return { rule, verdict: objection }
    const verdict = answered ? 'behind' : 'answers'
    answered = true
    return { rule, verdict }
  })
}

function objectionOf(rule: KeywordRule, text: { body: string; ourNumber: string | null; at: Date }) {
  if (!rule.enabled) return 'off'
  if (rule.ourNumber !== null && text.ourNumber !== null && rule.ourNumber !== text.ourNumber) return 'other_number'
  if (!matchWords(rule, text.body)) return 'other_words'
  if (rule.hours !== null && !isWithinHours(rule.hours, text.at)) return 'other_hours'
  return null
}
