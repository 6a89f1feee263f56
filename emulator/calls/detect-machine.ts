import { notify } from '../account/notify.ts'
import type { World } from '../world.ts'
import { abortable } from './abortable.ts'
import type { Leg } from './leg.ts'

export type Detection = {
  mode: 'Enable' | 'DetectMessageEnd'
  timeoutMs: number
  /** The result goes here instead of delaying the call's document; null delays it. */
  callback: { url: string; method: 'GET' | 'POST' } | null
  isAsync: boolean
}

export type Detected = { AnsweredBy: string; MachineDetectionDuration: string }

/**
 * Listens to who has answered: a phone on `voicemail` is a machine, every other one a person. Null if the call ended before
 * it was known. https://www.twilio.com/docs/voice/answering-machine-detection
 */
export async function detectMachine(world: World, leg: Leg, detection: Detection): Promise<Detected | null> {
  const { answeredBy, ms } = foresee(world, leg, detection)
  const over = new AbortController()
  const ended = leg.whenEnded.then(() => over.abort(new Error('The call has ended')))
  try {
    await abortable(world.clock.sleep(ms, over.signal), over.signal)
  } catch {
    await ended
    return null
  }
  leg.call.answeredBy = answeredBy
  return { AnsweredBy: answeredBy, MachineDetectionDuration: String(ms) }
}

function foresee(world: World, leg: Leg, { mode, timeoutMs }: Detection): { answeredBy: string; ms: number } {
  const { machineDetected, voicemailGreeting } = world.timing
  const isMachine = leg.handset !== null && world.account.phones.get(leg.handset)?.onCall === 'voicemail'
  const ms = isMachine && mode === 'DetectMessageEnd' ? Math.max(machineDetected, voicemailGreeting) : machineDetected
  if (ms > timeoutMs) {
    const knowsMachine = isMachine && mode === 'DetectMessageEnd' && machineDetected <= timeoutMs
    return { answeredBy: knowsMachine ? 'machine_end_other' : 'unknown', ms: timeoutMs }
  }
  if (!isMachine) return { answeredBy: 'human', ms }
  return { answeredBy: mode === 'Enable' ? 'machine_start' : 'machine_end_beep', ms }
}

/** Detects in the background and tells the callback. */
export function detectAside(world: World, leg: Leg, detection: Detection): void {
  const { callback } = detection
  if (callback === null) {
    notify(world, 'warning', 21_262, 'There is no AMD status callback URL', { callSid: leg.call.sid })
    return
  }
  void detectMachine(world, leg, detection).then((detected) => {
    if (detected === null) return
    const parameters = { AccountSid: world.account.sid, CallSid: leg.call.sid, ...detected }
    world.callbacks.post(world, { kind: 'amd-status', resourceSid: leg.call.sid, ...callback, parameters })
  })
}
