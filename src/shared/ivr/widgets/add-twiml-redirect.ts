import { z } from 'zod'
import { neededText } from '../property'
import { defineWidget } from '../widget'

/** Hands the call to somebody else's TwiML, which comes back with FlowEvent=return. */
export const addTwimlRedirect = defineWidget({
  label: 'TwiML redirect',
  channels: ['call'],
  properties: z.looseObject({
    url: neededText('The address of the TwiML'),
    method: z.preprocess((value) => (value === 'GET' ? 'GET' : 'POST'), z.enum(['GET', 'POST'])),
  }),
  events: () => ['return', 'timeout', 'fail'],
  failure: 'fail',
  enter: ({ url, method }) => ({ wait: 'report', verbs: [{ verb: 'redirect', url, method }] }),
  resume: (_properties, outcome) => {
    if (outcome.outcome === 'timed-out') return { event: 'timeout' }
    return outcome.outcome === 'reported' ? { event: 'return', outputs: { ...outcome.parameters } } : { event: 'fail' }
  },
})
