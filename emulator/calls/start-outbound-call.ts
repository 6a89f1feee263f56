import { elapsedSeconds, finishRecording, startRecording } from '../recordings/record.ts'
import type { RecordingCallback } from '../recordings/recording.ts'
import type { World } from '../world.ts'
import type { Call, CallbackPlan } from './call.ts'
import { createLeg } from './create-leg.ts'
import type { DocumentPlace } from './document-place.ts'
import type { Leg } from './leg.ts'
import { endLeg, hear } from './progress.ts'
import { ringLeg } from './ring-leg.ts'
import { runCall } from './run-documents.ts'

export type OutboundCall = {
  from: string
  to: string
  first: DocumentPlace
  fallback: { url: string; method: 'GET' | 'POST' } | null
  callback: CallbackPlan | null
  timeoutSeconds: number
  timeLimitSeconds: number
  sendDigits: string
  recording: { channels: 1 | 2; track: string; callback: RecordingCallback | null } | null
}

/** A call by REST: queued, initiated, ringing; its document runs once it is answered. */
export function startOutboundCall(world: World, input: OutboundCall): Call {
  const { from, to, callback } = input
  const leg = createLeg(world, { from, to, direction: 'outbound-api', status: 'queued', callback })
  leg.fallback = input.fallback
  leg.first = input.first
  ringLeg(world, leg, { initiatedAfterMs: world.timing.callInitiated, timeoutSeconds: input.timeoutSeconds })
  void leg.whenAnswered.then(() => {
    if (leg.first === null) return
    limitTime(world, leg, input.timeLimitSeconds)
    if (input.sendDigits !== '') sendDigits(world, leg, input.sendDigits)
    if (input.recording !== null) recordCall(world, leg, input.recording)
    void runCall(world, leg, leg.first)
  })
  return leg.call
}

export function limitTime(world: World, leg: Leg, seconds: number): void {
  const timer = world.clock.after(seconds * 1000, () => endLeg(world, leg, 'completed'))
  leg.onEnd.push(timer.cancel)
}

function sendDigits(world: World, leg: Leg, digits: string): void {
  hear(world, leg, { verb: 'play', digits })
  for (const digit of digits) leg.peer?.inputs.push({ type: 'digit', digit })
}

function recordCall(world: World, leg: Leg, wanted: NonNullable<OutboundCall['recording']>): void {
  const recording = startRecording(world, { callSid: leg.call.sid, source: 'OutboundAPI', ...wanted })
  leg.call.recordingSid = recording.sid
  leg.onEnd.push(() => finishRecording(world, recording, elapsedSeconds(world, recording)))
}
