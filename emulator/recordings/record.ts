import { rfc2822 } from '../account/rfc2822.ts'
import type { Utterance } from '../calls/leg.ts'
import { chargeText, prices } from '../usage/prices.ts'
import type { World } from '../world.ts'
import { recordingUrl } from './recording-url.ts'
import type { Recording, RecordingCallback, RecordingSource, Track } from './recording.ts'
import { trimSilence } from './trim-silence.ts'

export type NewRecording = {
  callSid: string | null
  conferenceSid?: string
  source: RecordingSource
  channels: 1 | 2
  track: string
  trims: boolean
  callback: RecordingCallback | null
}

export function startRecording(world: World, input: NewRecording): Recording {
  const now = world.clock.now()
  const recording: Recording = {
    ...input,
    conferenceSid: input.conferenceSid ?? null,
    sid: world.newSid('RE'),
    status: 'in-progress',
    createdAt: now,
    updatedAt: now,
    startedAt: now,
    pausedAt: null,
    skippedMs: 0,
    skipsPauses: false,
    durationSeconds: null,
    errorCode: null,
    price: null,
    text: '',
    sounds: [],
  }
  world.account.recordings.set(recording.sid, recording)
  postRecordingCallback(world, recording)
  return recording
}

/** Stops it; its file is ready, and its callback sent, a moment later. Nothing recorded at all is `absent` (16101). */
export function finishRecording(world: World, recording: Recording): void {
  if (recording.durationSeconds !== null) return
  const { sounds, lengthMs } = contentOf(recording, elapsedMs(world, recording))
  const seconds = Math.round(lengthMs / 1000)
  recording.sounds = sounds
  recording.durationSeconds = seconds
  recording.status = 'processing'
  recording.updatedAt = world.clock.now()
  world.clock.after(world.timing.recordingReady, () => {
    const isAbsent = seconds === 0 && recording.source !== 'RecordVerb'
    recording.status = isAbsent ? 'absent' : 'completed'
    recording.errorCode = isAbsent ? 16_101 : null
    recording.price = isAbsent ? null : chargeText(prices.recordingMinute * Math.ceil(seconds / 60))
    recording.updatedAt = world.clock.now()
    if (recording.callSid !== null) world.changes.emit('call', recording.callSid)
    postRecordingCallback(world, recording)
  })
}

/** What is kept of so many milliseconds. A silent recording is kept as it is; of a silent Record nothing remains. */
function contentOf(recording: Recording, lengthMs: number): Pick<Recording, 'sounds'> & { lengthMs: number } {
  const whole = { sounds: recording.sounds, lengthMs }
  if (!recording.trims) return whole
  const trimmed = trimSilence(recording.sounds, lengthMs)
  return trimmed.lengthMs === 0 && recording.source !== 'RecordVerb' ? whole : trimmed
}

/** Milliseconds since it began, without the pauses that it skips. */
function elapsedMs(world: World, recording: Recording): number {
  const now = world.clock.now()
  const skipping = recording.pausedAt !== null && recording.skipsPauses ? now - recording.pausedAt : 0
  return now - recording.startedAt - recording.skippedMs - skipping
}

export function elapsedSeconds(world: World, recording: Recording): number {
  return Math.round(elapsedMs(world, recording) / 1000)
}

/** A pause is left out of the recording, or silence in it. */
export function pauseRecording(world: World, recording: Recording, skips: boolean): void {
  if (recording.status !== 'in-progress') return
  recording.status = 'paused'
  recording.pausedAt = world.clock.now()
  recording.skipsPauses = skips
  recording.updatedAt = world.clock.now()
}

export function resumeRecording(world: World, recording: Recording): void {
  const { pausedAt, skipsPauses } = recording
  if (pausedAt === null) return
  const now = world.clock.now()
  if (skipsPauses) recording.skippedMs += now - pausedAt
  recording.pausedAt = null
  recording.status = 'in-progress'
  recording.updatedAt = now
}

/** Notes what can be heard now, unless it is paused or over. */
export function addSound(world: World, recording: Recording, track: Track, sound: Utterance): void {
  if (recording.status !== 'in-progress') return
  const { ms, text, samples = null } = sound
  recording.sounds.push({ ms, text, samples, track, atMs: elapsedMs(world, recording) })
  if (sound.text !== null) recording.text = `${recording.text} ${sound.text}`.trim()
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
      ...(recording.callSid === null ? {} : { CallSid: recording.callSid }),
      ...(recording.conferenceSid === null ? {} : { ConferenceSid: recording.conferenceSid }),
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
