import { perform } from '../prompts.ts'
import type { Verb } from '../verb.ts'

/** https://www.twilio.com/docs/voice/twiml/say */
export const say: Verb = {
  attributes: ['voice', 'language', 'loop'],
  nouns: ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'],
  run: perform,
}
