import type { Verb } from '../verb.ts'

/** https://www.twilio.com/docs/voice/twiml/hangup */
export const hangup: Verb = { attributes: [], nouns: [], run: async () => ({ end: 'completed' }) }
