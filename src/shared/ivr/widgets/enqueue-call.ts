import { z } from 'zod'
import { neededText, optionalText, optionalWhole } from '../property'
import { defineWidget } from '../widget'

/** Puts the caller in a queue by name. TaskRouter's workflows are not run here. */
export const enqueueCall = defineWidget({
  label: 'Enqueue call',
  channels: ['call'],
  properties: z.looseObject({
    queue_name: neededText('The name of the queue'),
    hold_music_url: optionalText,
    timeout: optionalWhole(1, 86_400),
  }),
  events: () => ['callComplete', 'failedToEnqueue', 'callFailure'],
  failure: 'failedToEnqueue',
  enter: (properties) => ({
    wait: 'report',
    verbs: [
      {
        verb: 'enqueue',
        queueName: properties.queue_name,
        waitUrl: properties.hold_music_url,
        waitSeconds: properties.timeout,
      },
    ],
  }),
  resume: (_properties, outcome) => {
    const parameters = outcome.outcome === 'reported' ? outcome.parameters : {}
    const outputs = { ...parameters }
    const result = parameters.QueueResult ?? ''
    if (result === 'system-error') return { event: 'callFailure', outputs }
    return { event: ['queue-full', 'error', ''].includes(result) ? 'failedToEnqueue' : 'callComplete', outputs }
  },
})
