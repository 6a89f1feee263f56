import { judgeKeywords } from '@/shared/keywords/judge-keywords'
import { detectRefusal } from '@/shared/opt-outs/detect-refusal'
import type { Message } from '@/shared/schemas/message'

/** The rule that answers this text, if any: none answers Twilio's own words or a refusal. */
export function ruleFor<Rule extends Parameters<typeof judgeKeywords>[0][number]>(
  rules: readonly Rule[],
  text: Message,
) {
  if (text.keyword !== null) return undefined
  const asked = { body: text.body, ourNumber: text.to, at: new Date(text.createdAt) }
  const rule = judgeKeywords(rules, asked).find(({ verdict }) => verdict === 'answers')?.rule
  return rule && detectRefusal(text.body) === null ? rule : undefined
}
