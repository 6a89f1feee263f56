import { z } from 'zod'
import { addressOf } from '../address-of'
import { optionalText, text } from '../property'
import { defineWidget } from '../widget'

/** Puts down that the other party wants to be called back. */
export const evaCallBack = defineWidget({
  label: 'Call back',
  channels: ['call', 'message'],
  acts: true,
  properties: z.looseObject({ phone_number: optionalText, note: text }),
  events: () => ['requested', 'failed'],
  failure: 'failed',
  enter: (properties, { execution }) => ({
    request: {
      request: 'call-back',
      phoneNumber: properties.phone_number ?? addressOf(execution),
      note: properties.note,
    },
  }),
  resume: (_properties, outcome) =>
    outcome.outcome === 'answered' ? { event: outcome.event, outputs: outcome.outputs } : { event: 'failed' },
})
