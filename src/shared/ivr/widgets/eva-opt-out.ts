import { z } from 'zod'
import { addressOf } from '../address-of'
import { optionalText, text } from '../property'
import { defineWidget } from '../widget'

/** Writes into the ledger that the other party wants no more texts. */
export const evaOptOut = defineWidget({
  label: 'Opt out',
  channels: ['call', 'message'],
  acts: true,
  properties: z.looseObject({ phone_number: optionalText, words: text }),
  events: () => ['done', 'failed'],
  failure: 'failed',
  enter: (properties, { execution }) => ({
    request: {
      request: 'opt-out',
      phoneNumber: properties.phone_number ?? addressOf(execution),
      words: properties.words,
    },
  }),
  resume: (_properties, outcome) =>
    outcome.outcome === 'answered' ? { event: outcome.event, outputs: outcome.outputs } : { event: 'failed' },
})
