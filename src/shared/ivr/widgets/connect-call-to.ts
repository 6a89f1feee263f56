import { z } from 'zod'
import { flag, neededText, optionalText, optionalWhole, whole } from '../property'
import { defineWidget } from '../widget'

const nouns = ['number', 'number-multi', 'client', 'sip', 'conference'] as const

/** Rings somebody and connects the caller. `number-multi` rings several numbers, separated by commas, at once. */
export const connectCallTo = defineWidget({
  label: 'Connect call',
  channels: ['call'],
  properties: z.looseObject({
    noun: z.enum(nouns).default('number'),
    to: neededText('Whom to connect'),
    caller_id: optionalText,
    record: flag(false),
    timeout: whole(30, 5, 600),
    time_limit: optionalWhole(1, 86_400),
  }),
  events: () => ['callCompleted', 'hangup'],
  failure: 'callCompleted',
  hangUp: 'hangup',
  enter: (properties) => ({
    wait: 'report',
    verbs: [
      {
        verb: 'dial',
        noun: properties.noun === 'number-multi' ? 'number' : properties.noun,
        to: properties.noun === 'number-multi' ? properties.to.split(',').map((to) => to.trim()) : [properties.to],
        callerId: properties.caller_id,
        record: properties.record,
        timeout: properties.timeout,
        timeLimit: properties.time_limit,
      },
    ],
  }),
  resume: (_properties, outcome, { execution }) => {
    const outputs = outcome.outcome === 'reported' ? { ...outcome.parameters } : {}
    return { event: execution.callOver ? 'hangup' : 'callCompleted', outputs }
  },
})
