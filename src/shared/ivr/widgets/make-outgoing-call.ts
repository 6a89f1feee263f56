import { z } from 'zod'
import { addressOf } from '../address-of'
import { flag, optionalText, text, whole } from '../property'
import { defineWidget } from '../widget'

const Properties = z.looseObject({
  to: text,
  from: optionalText,
  record: flag(false),
  machine_detection: text,
  timeout: whole(60, 5, 600),
})

/** Calls the other party of a flow that began without a call. Both of Studio's versions; the older one tells machines apart by an event. */
export function makeOutgoingCall(version: 1 | 2) {
  return defineWidget({
    label: 'Make outgoing call',
    channels: ['call'],
    acts: true,
    properties: Properties,
    events: () =>
      version === 1
        ? ['answered', 'answeredByMachine', 'busy', 'noAnswer', 'failed', 'hangup']
        : ['answered', 'busy', 'noAnswer', 'failed'],
    failure: 'failed',
    enter: (properties, { execution }) => ({
      request: {
        request: 'place-call',
        to: properties.to === '' ? addressOf(execution) : properties.to,
        from: properties.from ?? '',
        record: properties.record,
        machineDetection: properties.machine_detection !== '' && properties.machine_detection !== 'false',
        timeout: properties.timeout,
      },
    }),
    resume: (_properties, outcome) => {
      if (outcome.outcome !== 'answered') return { event: 'failed' }
      const by = outcome.outputs.AnsweredBy
      const machine = typeof by === 'string' && by.startsWith('machine')
      const event = outcome.event === 'answered' && machine && version === 1 ? 'answeredByMachine' : outcome.event
      return { event, outputs: outcome.outputs }
    },
  })
}
