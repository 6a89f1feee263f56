import type { Verb } from '../verb.ts'

/** As the first verb the call is never answered: https://www.twilio.com/docs/voice/twiml/reject */
export const reject: Verb = {
  attributes: ['reason'],
  nouns: [],
  answers: () => 'no',
  run: async (_run, element) => ({ end: element.attributes['reason'] === 'busy' ? 'busy' : 'no-answer' }),
}
