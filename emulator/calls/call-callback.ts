import { rfc2822 } from '../account/rfc2822.ts'
import { recordingUrl } from '../recordings/recording-url.ts'
import type { World } from '../world.ts'
import { durationSeconds } from './call.ts'
import type { Call, CallEvent } from './call.ts'
import { voiceParameters } from './voice-parameters.ts'

/** https://www.twilio.com/docs/voice/api/call-resource#statuscallback; `completed` stands for every way to end. */
export function postCallCallback(world: World, call: Call, event: CallEvent): void {
  const { callback } = call
  if (callback === null || !callback.events.has(event)) return
  const now = world.clock.now()
  const seconds = durationSeconds(call, now)
  const recording = call.recordingSid === null ? undefined : world.account.recordings.get(call.recordingSid)
  world.callbacks.post(world, {
    kind: 'call-status',
    resourceSid: call.sid,
    url: callback.url,
    method: callback.method,
    parameters: {
      ...voiceParameters(world, call),
      ...(event === 'initiated' ? { CallStatus: 'initiated' } : {}),
      ...(call.answeredBy === null ? {} : { AnsweredBy: call.answeredBy }),
      Timestamp: rfc2822(now),
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(call.sequence++),
      ...(event === 'completed' ? { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) } : {}),
      ...(event === 'completed' && recording !== undefined
        ? {
            RecordingSid: recording.sid,
            RecordingUrl: recordingUrl(world, recording.sid),
            RecordingDuration: String(recording.durationSeconds ?? 0),
          }
        : {}),
    },
  })
}
