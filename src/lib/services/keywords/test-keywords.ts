import type { CoreContext } from '@/lib/context'
import { judgeKeywords } from '@/shared/keywords/judge-keywords'
import { looksAutomatic } from '@/shared/keywords/looks-automatic'
import { classifyKeyword } from '@/shared/opt-outs/classify-keyword'
import { detectRefusal } from '@/shared/opt-outs/detect-refusal'
import type { KeywordTest, TestKeywordsInput } from '@/shared/schemas/keyword'
import { readRules } from './read-rules'

/** Which rule would answer this text, and why no other. Nothing is kept and nothing is sent. */
export async function testKeywords(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  input: TestKeywordsInput,
): Promise<KeywordTest> {
  const at = input.at ? new Date(input.at) : ctx.clock.now()
  const rules = await readRules(ctx.database)
  const judged = judgeKeywords(rules, { body: input.body, ourNumber: input.ourNumber ?? null, at })
  const winner = judged.find(({ verdict }) => verdict === 'answers')?.rule
  const objection = objectionOf(input.body)
  return {
    keywordId: objection === null && winner ? winner.id : null,
    sentence: objection ?? (winner ? sentenceOf(winner) : 'No rule answers this text.'),
    considered: judged.map(({ rule, verdict }) => ({ keywordId: rule.id, name: rule.name, verdict })),
  }
}

function objectionOf(body: string): string | null {
  const keyword = classifyKeyword(body)
  if (keyword) return `Twilio answers this itself, as ${keyword}; no rule does.`
  const refusal = detectRefusal(body)
  if (refusal) return `This may be a refusal (“${refusal.phrase}”): a person decides, no rule answers.`
  return looksAutomatic({ from: '+14155550100', body })
    ? 'This text seems to come from a machine; no rule answers.'
    : null
}

function sentenceOf(rule: { name: string; replyBody: string | null }) {
  return rule.replyBody === null
    ? `“${rule.name}” applies, without a reply.`
    : `“${rule.name}” answers: ${rule.replyBody}`
}
