import { recordLeg } from '../recordings/record-leg.ts'
import type { NewRecording } from '../recordings/record.ts'
import type { World } from '../world.ts'
import type { CallbackPlan } from './call.ts'
import { createLeg } from './create-leg.ts'
import { detectAside, detectMachine } from './detect-machine.ts'
import type { Detection } from './detect-machine.ts'
import type { DocumentPlace } from './document-place.ts'
import type { Leg } from './leg.ts'
import { endLeg } from './progress.ts'
import { reserveRelease } from './release-rate.ts'
import { ringLeg } from './ring-leg.ts'
import { runCall } from './run-documents.ts'
import { sendDigits } from './send-digits.ts'

export type OutboundCall = {
  from: string
  to: string
  first: DocumentPlace
  fallback: { url: string; method: 'GET' | 'POST' } | null
  callback: CallbackPlan | null
  timeoutSeconds: number
  timeLimitSeconds: number
  sendDigits: string
  detection: Detection | null
  recording: Pick<NewRecording, 'channels' | 'track' | 'trims' | 'callback'> | null
}

/** A call by REST: queued, initiated, ringing; its document runs once it is answered. */
export function startOutboundCall(world: World, input: OutboundCall): Leg {
  const { from, to, callback } = input
  const leg = createLeg(world, { from, to, direction: 'outbound-api', status: 'queued', callback })
  leg.fallback = input.fallback
  leg.first = input.first
  const wait = reserveRelease(world)
  leg.call.queueTimeMs = wait
  ringLeg(world, leg, { initiatedAfterMs: wait + world.timing.callInitiated, timeoutSeconds: input.timeoutSeconds })
  void leg.whenAnswered.then(() => begin(world, leg, input))
  return leg
}

async function begin(world: World, leg: Leg, input: OutboundCall): Promise<void> {
  const { detection, sendDigits: digits } = input
  if (leg.first === null) return
  limitTime(world, leg, input.timeLimitSeconds)
  if (input.recording !== null) recordCall(world, leg, input.recording)
  if (digits !== '') await sendDigits(world, leg, digits)
  else if (detection?.isAsync === true) detectAside(world, leg, detection)
  const detected = digits === '' && detection?.isAsync === false ? await detectMachine(world, leg, detection) : null
  if (leg.isOver) return
  const { first } = leg
  const told = 'url' in first ? { ...first, parameters: { ...first.parameters, ...detected } } : first
  await runCall(world, leg, told)
}

export function limitTime(world: World, leg: Leg, seconds: number): void {
  const timer = world.clock.after(seconds * 1000, () => endLeg(world, leg, 'completed'))
  leg.onEnd.push(timer.cancel)
}

function recordCall(world: World, leg: Leg, wanted: NonNullable<OutboundCall['recording']>): void {
  leg.call.recordingSid = recordLeg(world, leg, { source: 'OutboundAPI', ...wanted }).sid
}
