import { perform } from '../prompts.ts'
import type { Verb } from '../verb.ts'

/** https://www.twilio.com/docs/voice/twiml/play */
export const play: Verb = { attributes: ['loop', 'digits'], nouns: [], run: perform }
