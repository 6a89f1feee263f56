import { z } from 'zod'
import { optionalText } from '../property'
import { addressOf } from '../address-of'
import { defineWidget } from '../widget'

/** Finds the other party among the contacts; what is known of them is `contact.*` from then on. */
export const evaContactLookup = defineWidget({
  label: 'Contact lookup',
  channels: ['call', 'message'],
  acts: true,
  properties: z.looseObject({ phone_number: optionalText }),
  events: () => ['found', 'notFound'],
  failure: 'notFound',
  enter: (properties, { execution }) => ({
    request: { request: 'find-contact', phoneNumber: properties.phone_number ?? addressOf(execution) },
  }),
  resume: (_properties, outcome) =>
    outcome.outcome === 'answered' ? { event: outcome.event, outputs: outcome.outputs } : { event: 'notFound' },
})
