import { classifyKeyword } from '@/shared/opt-outs/classify-keyword'
import { linearPattern } from '@/shared/patterns/linear-pattern'
import type { SaveKeywordInput } from '@/shared/schemas/keyword'
import { bare } from './match-words'

/** Why a rule cannot be kept as it is, as a sentence, and which field to mend; null when it can. */
export function keywordProblem(rule: SaveKeywordInput): { path: string; message: string } | null {
  if (rule.match !== 'any' && rule.words.length === 0) {
    return { path: 'words', message: 'Write the word or phrase that this rule waits for.' }
  }
  if (rule.match === 'pattern' && rule.words.some((source) => linearPattern(source) === null)) {
    return {
      path: 'words',
      message: 'This is no pattern that can be used: no look-around, no back-references, and not too large.',
    }
  }
  const reserved = rule.match === 'pattern' ? undefined : rule.words.find((word) => classifyKeyword(word) !== null)
  if (reserved !== undefined && rule.match === 'exact') {
    const word = reserved.toUpperCase()
    return { path: 'words', message: `Twilio answers ${word} itself, so no rule may answer it. Choose another word.` }
  }
  if (rule.match !== 'pattern' && rule.words.some((word) => bare(word) === '')) {
    return { path: 'words', message: 'A word needs letters, digits or a symbol.' }
  }
  if (rule.hours && rule.hours.days.length === 0) {
    return { path: 'hours', message: 'Choose at least one day.' }
  }
  if (rule.replyBody !== null && rule.replyTemplateId !== null) {
    return { path: 'replyBody', message: 'Write a reply or choose a template, not both.' }
  }
  const does = rule.replyBody ?? rule.replyTemplateId ?? rule.assignTo ?? rule.flowId
  if (does === null && rule.tags.length === 0) {
    return { path: 'replyBody', message: 'Say what the rule does: reply, tag the contact or assign the conversation.' }
  }
  return null
}
