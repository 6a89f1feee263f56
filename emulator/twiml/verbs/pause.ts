import { perform } from '../prompts.ts'
import type { Verb } from '../verb.ts'

/** As the first verb it delays the answer: https://www.twilio.com/docs/voice/twiml/pause */
export const pause: Verb = { attributes: ['length'], nouns: [], answers: () => 'no', run: perform }
