import { notify } from '../account/notify.ts'
import type { Call } from '../calls/call.ts'
import { voiceParameters } from '../calls/voice-parameters.ts'
import { recordingUrl } from '../recordings/recording-url.ts'
import type { Recording } from '../recordings/recording.ts'
import type { World } from '../world.ts'
import type { Transcription } from './transcription.ts'

const shortestSeconds = 2
const longestSeconds = 120

/** Orders the text of a finished recording: it is there, and reported, a while later. Too short or too long fails (13617). */
export function transcribe(
  world: World,
  call: Call,
  recording: Recording,
  seconds: number,
  callback: { url: string; method: string } | null,
): void {
  const now = world.clock.now()
  const transcription: Transcription = {
    sid: world.newSid('TR'),
    recordingSid: recording.sid,
    status: 'in-progress',
    text: '',
    durationSeconds: seconds,
    createdAt: now,
    updatedAt: now,
  }
  const { transcriptions } = world.account
  transcriptions.set(transcription.sid, transcription)
  const fits = seconds > shortestSeconds && seconds < longestSeconds
  if (!fits) notify(world, 'warning', 13_617, `Not transcribed: ${seconds} s long`, { callSid: call.sid })
  world.clock.after(world.timing.recordingReady + world.timing.transcriptionReady, () => {
    if (!transcriptions.has(transcription.sid)) return
    transcription.status = fits ? 'completed' : 'failed'
    transcription.text = fits ? recording.text : ''
    transcription.updatedAt = world.clock.now()
    if (callback !== null) report(world, call, transcription, callback)
  })
}

/** Where a transcription's text is, without an extension. */
function transcriptionUrl(world: World, { sid, recordingSid }: Transcription): string {
  return `${recordingUrl(world, recordingSid)}/Transcriptions/${sid}`
}

function report(
  world: World,
  call: Call,
  transcription: Transcription,
  callback: { url: string; method: string },
): void {
  world.callbacks.post(world, {
    kind: 'transcription',
    resourceSid: transcription.sid,
    ...callback,
    parameters: {
      ...voiceParameters(world, call),
      TranscriptionSid: transcription.sid,
      TranscriptionText: transcription.text,
      TranscriptionStatus: transcription.status,
      TranscriptionUrl: transcriptionUrl(world, transcription),
      TranscriptionType: 'fast',
      RecordingSid: transcription.recordingSid,
      RecordingUrl: recordingUrl(world, transcription.recordingSid),
    },
  })
}
