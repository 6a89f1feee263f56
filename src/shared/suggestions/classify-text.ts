import { detectRefusal } from '@/shared/opt-outs/detect-refusal'
import type { Intent, Sentiment } from '@/shared/schemas/suggestion'

export type Classified = { intent: Intent; sentiment: Sentiment; confidence: number; draft: string }

/** Asked in order: the first whose words are in the text. `sure`: how often such words mean that. */
const signs: readonly { intent: Intent; sure: number; words: RegExp }[] = [
  {
    intent: 'running_late',
    sure: 0.9,
    words:
      /\b(?:running (?:a (?:bit|little|few minutes) )?(?:late|behind)|be (?:a (?:bit|little) |\d+ min\w* )?late|stuck in traffic|on my way|omw|almost there|traffic is)\b/,
  },
  {
    intent: 'reschedule',
    sure: 0.85,
    words:
      /\b(?:re-?schedul\w*|another (?:day|time)|different (?:day|time)|(?:can|could) we (?:move|push|change)|postpone|can'?t make it|cannot make it|won'?t be able to make|something came up|change the (?:time|day|interview))\b/,
  },
  {
    intent: 'not_interested',
    sure: 0.85,
    words:
      /\b(?:not (?:really )?interested|no longer (?:interested|looking|available)|already (?:found|have|took|accepted)\b.*\b(?:job|role|position|offer|work)|no thanks?|no thank you|not looking|i'?ll pass|pass on this|withdraw|not a (?:good )?fit)\b/,
  },
  {
    intent: 'schedule',
    sure: 0.75,
    words:
      /\b(?:(?:i'?m |i am )?(?:free|available) (?:on |at |tomorrow|today|next|this|any|after|before|from|(?:mon|tue|wed|thu|fri|sat|sun)\w*)|(?:works|good) for me|what times?|when (?:can|could|is|are|would)|schedule|set up (?:a|an) (?:call|interview|time)|book (?:a|an)|see you (?:at|on|then|tomorrow)|(?:monday|tuesday|wednesday|thursday|friday) (?:at|works|is good|morning|afternoon))\b/,
  },
  {
    intent: 'interested',
    sure: 0.8,
    words:
      /\b(?:i'?m interested|i am interested|very interested|still interested|interested in|sounds (?:good|great|interesting)|i'?d love|i would love|count me in|sign me up|yes please|how do i apply|i want to apply|i'?d like to apply|tell me more|more (?:info|information|details))\b/,
  },
  {
    intent: 'question',
    sure: 0.7,
    words: /\?|^(?:what|when|where|who|how|which|why|is|are|do|does|can|could|will|would)\b/,
  },
  {
    intent: 'thanks',
    sure: 0.85,
    words: /^(?:ok(?:ay)?[ ,.!]*)?(?:thanks?|thank you|thx|ty|much appreciated|appreciate it|great thanks|perfect)\b/,
  },
  { intent: 'interested', sure: 0.55, words: /^(?:yes|yeah|yep|sure|absolutely|definitely|ok(?:ay)?)\b/ },
  { intent: 'not_interested', sure: 0.5, words: /^(?:no|nope|nah)\b/ },
]

const glad =
  /\b(?:thanks?|thank you|great|awesome|perfect|excited|love|happy|wonderful|excellent|appreciate|amazing|glad|looking forward)\b|[😀😃😄😁😊🙂👍🎉❤🙏]/gu
const cross =
  /\b(?:angry|annoy\w*|frustrat\w*|terrible|awful|horrible|unprofessional|ridiculous|disappoint\w*|waste|hate|worst|rude|scam|never (?:heard|called|responded)|fed up|upset|unacceptable|bad)\b|[😠😡👎]/gu

/** What may be answered without knowing anything: no promise, no date, no name. */
const drafts: Record<Intent, string> = {
  interested: 'Great to hear! When is a good time for a short call?',
  not_interested: 'Thanks for letting us know. We wish you all the best.',
  schedule: 'Thanks! Let me check the calendar and confirm the time with you.',
  reschedule: 'No problem. Which days and times would suit you instead?',
  question: 'Good question. Let me check and get back to you.',
  running_late: 'Thanks for letting us know. Travel safely, we will let them know.',
  wrong_number: '',
  opt_out: '',
  thanks: 'You are welcome!',
  other: '',
}

/** What a text wants, by its words alone: the answer when no model is configured, or when the model gives none. */
export function classifyText(body: string): Classified {
  const text = body
    .slice(0, 1_600)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
  const sentiment = sentimentOf(text)
  const answer = (intent: Intent, confidence: number) => ({ intent, sentiment, confidence, draft: drafts[intent] })
  if (/\bwrong (?:number|person)\b/.test(text)) return answer('wrong_number', 0.85)
  if (detectRefusal(body)) return answer('opt_out', 0.9)
  const sign = signs.find(({ words }) => words.test(text))
  return sign ? answer(sign.intent, sign.sure) : answer('other', 0.3)
}

function sentimentOf(text: string): Sentiment {
  const balance = (text.match(glad)?.length ?? 0) - (text.match(cross)?.length ?? 0)
  return balance > 0 ? 'positive' : balance < 0 ? 'negative' : 'neutral'
}
