import { rfc2822 } from '../account/rfc2822.ts'
import type { World } from '../world.ts'
import { recordingUrl } from './recording-url.ts'
import type { Recording, RecordingCallback, RecordingSource } from './recording.ts'

export type NewRecording = {
  callSid: string
  source: RecordingSource
  channels: 1 | 2
  track: string
  callback: RecordingCallback | null
}

export function startRecording(world: World, input: NewRecording): Recording {
  const now = world.clock.now()
  const recording: Recording = {
    ...input,
    sid: world.newSid('RE'),
    status: 'in-progress',
    createdAt: now,
    updatedAt: now,
    startedAt: now,
    durationSeconds: null,
    errorCode: null,
    price: null,
    text: '',
  }
  world.account.recordings.set(recording.sid, recording)
  postRecordingCallback(world, recording)
  return recording
}

/** Stops it; its file is ready, and its callback sent, a moment later. Nothing recorded at all is `absent` (16101). */
export function finishRecording(world: World, recording: Recording, seconds: number): void {
  if (recording.durationSeconds !== null) return
  recording.durationSeconds = seconds
  recording.status = 'processing'
  recording.updatedAt = world.clock.now()
  world.clock.after(world.timing.recordingReady, () => {
    const isAbsent = seconds === 0 && recording.source !== 'RecordVerb'
    recording.status = isAbsent ? 'absent' : 'completed'
    recording.errorCode = isAbsent ? 16_101 : null
    recording.price = isAbsent ? null : `-${(0.0025 * Math.ceil(seconds / 60)).toFixed(5)}`
    recording.updatedAt = world.clock.now()
    world.changes.emit('call', recording.callSid)
    postRecordingCallback(world, recording)
  })
}

/** Whole seconds since it began. */
export function elapsedSeconds(world: World, recording: Recording): number {
  return Math.round((world.clock.now() - recording.startedAt) / 1000)
}

function postRecordingCallback(world: World, recording: Recording): void {
  const { callback, status } = recording
  if (callback === null || !callback.events.has(status)) return
  world.callbacks.post(world, {
    kind: 'recording-status',
    resourceSid: recording.sid,
    url: callback.url,
    method: callback.method,
    parameters: {
      AccountSid: world.account.sid,
      CallSid: recording.callSid,
      RecordingSid: recording.sid,
      RecordingUrl: recordingUrl(world, recording.sid),
      RecordingStatus: status,
      ...(recording.durationSeconds === null ? {} : { RecordingDuration: String(recording.durationSeconds) }),
      RecordingChannels: String(recording.channels),
      RecordingStartTime: rfc2822(recording.startedAt),
      RecordingSource: recording.source,
      RecordingTrack: recording.track,
      ErrorCode: String(recording.errorCode ?? 0),
    },
  })
}
