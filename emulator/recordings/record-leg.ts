import type { Leg } from '../calls/leg.ts'
import type { World } from '../world.ts'
import { addSound, finishRecording, startRecording } from './record.ts'
import type { NewRecording } from './record.ts'
import type { Recording } from './recording.ts'

/** Records what is said and heard on a call, by the track asked for, until it is stopped or the call ends. */
export function recordLeg(world: World, leg: Leg, input: Omit<NewRecording, 'callSid'>): Recording {
  const recording = startRecording(world, { ...input, callSid: leg.call.sid })
  listen(world, leg, recording, recording.track)
  leg.onEnd.push(() => finishRecording(world, recording))
  return recording
}

/** Puts the track that is wanted, or both, into the recording while it runs. */
export function listen(world: World, leg: Leg, recording: Recording, wanted: string): void {
  leg.taps.add((track, sound) => {
    if (wanted === 'both' || wanted === track) addSound(world, recording, track, sound)
  })
}
