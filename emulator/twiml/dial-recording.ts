import { recordLeg } from '../recordings/record-leg.ts'
import { elapsedSeconds, finishRecording } from '../recordings/record.ts'
import { recordingUrl } from '../recordings/recording-url.ts'
import type { Recording } from '../recordings/recording.ts'
import type { DialPlan } from './dial-plan.ts'
import type { Element } from './parse-twiml.ts'
import { recordingCallbackOf } from './recording-callback.ts'
import type { Run } from './verb.ts'

/** The recording of a Dial is the caller's: what the caller says and hears. */
export function startDialRecording(run: Run, element: Element, { channels, track }: DialPlan): Recording {
  const callback = recordingCallbackOf(run, element)
  const trims = element.attributes['trim'] === 'trim-silence'
  return recordLeg(run.world, run.leg, { source: 'DialVerb', channels, track, trims, callback })
}

export function stopDialRecording(run: Run, recording: Recording | null): void {
  if (recording !== null) finishRecording(run.world, recording)
}

/** What a Dial's action is told of it. */
export function describeRecording(run: Run, recording: Recording | null): Record<string, string> {
  if (recording === null) return {}
  return {
    RecordingUrl: recordingUrl(run.world, recording.sid),
    RecordingSid: recording.sid,
    RecordingDuration: String(recording.durationSeconds ?? elapsedSeconds(run.world, recording)),
  }
}
