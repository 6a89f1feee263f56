import { z } from 'zod'
import { flag, whole } from '../property'
import { defineWidget } from '../widget'

export const recordVoicemail = defineWidget({
  label: 'Record voicemail',
  channels: ['call'],
  properties: z.looseObject({
    timeout: whole(5, 0, 600),
    finish_on_key: z.preprocess((value) => value ?? '#', z.coerce.string()),
    max_length: whole(3600, 1, 14_400),
    transcribe: flag(false),
    play_beep: flag(true),
    trim: z.preprocess((value) => value !== 'do-not-trim', z.boolean()),
  }),
  events: () => ['recordingComplete', 'noAudio', 'hangup'],
  hangUp: 'hangup',
  enter: (properties) => ({
    wait: 'report',
    verbs: [
      {
        verb: 'record',
        timeout: properties.timeout,
        finishOnKey: properties.finish_on_key,
        maxLength: properties.max_length,
        playBeep: properties.play_beep,
        trim: properties.trim,
        transcribe: properties.transcribe,
      },
    ],
  }),
  resume: (_properties, outcome) => {
    const parameters = outcome.outcome === 'reported' ? outcome.parameters : {}
    const outputs = { ...parameters }
    if (parameters.Digits === 'hangup') return { event: 'hangup', outputs }
    return Number(parameters.RecordingDuration ?? '0') === 0
      ? { event: 'noAudio' }
      : { event: 'recordingComplete', outputs }
  },
})
