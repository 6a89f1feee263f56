import { z } from 'zod'
import { flag, text } from '../property'
import { defineWidget } from '../widget'

/** Begins or ends the recording of the whole call. */
export const recordCall = defineWidget({
  label: 'Record call',
  channels: ['call'],
  properties: z.looseObject({ record_call: flag(true), recording_channels: text }),
  events: () => ['success', 'failed'],
  failure: 'failed',
  enter: (properties) => ({
    verbs: [
      properties.record_call
        ? { verb: 'start-recording', dual: properties.recording_channels === 'dual' }
        : { verb: 'stop-recording' },
    ],
    event: 'success',
  }),
})
