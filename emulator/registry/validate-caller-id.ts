import type { Call } from '../calls/call.ts'
import { createLeg } from '../calls/create-leg.ts'
import type { Leg } from '../calls/leg.ts'
import { endLeg, hear, waitFor } from '../calls/progress.ts'
import { ringLeg } from '../calls/ring-leg.ts'
import { voiceParameters } from '../calls/voice-parameters.ts'
import type { World } from '../world.ts'

export type Validation = {
  phoneNumber: string
  friendlyName: string
  delaySeconds: number
  callback: { url: string; method: string } | null
}

/** The number that Twilio calls from to ask for a code. */
const validator = '+14157234000'
const keyingMs = 30_000

/** Rings the number and asks for the code; the right one makes the number a caller ID of the account. */
export function validateCallerId(world: World, validation: Validation): { call: Call; code: string } {
  const seed = Number.parseInt(world.newSid('').slice(0, 8), 16)
  const code = String(100_000 + (seed % 900_000))
  const leg = createLeg(world, {
    from: validator,
    to: validation.phoneNumber,
    direction: 'outbound-api',
    status: 'queued',
  })
  ringLeg(world, leg, { initiatedAfterMs: validation.delaySeconds * 1000, timeoutSeconds: 60 })
  let isRight = false
  void leg.whenAnswered.then(async () => {
    isRight = (await askForCode(world, leg, code)) === code
    endLeg(world, leg, 'completed')
  })
  void leg.whenEnded.then(() => conclude(world, validation, leg.call, isRight))
  return { call: leg.call, code }
}

async function askForCode(world: World, leg: Leg, code: string): Promise<string> {
  hear(world, leg, { verb: 'say', text: `Please enter the ${code.length} digit code you were given.` })
  waitFor(world, leg, 'gather')
  leg.inputs.open()
  let keyed = ''
  const over = new AbortController()
  void leg.whenEnded.then(() => over.abort())
  while (keyed.length < code.length && !leg.isOver) {
    const input = await leg.inputs.next(world.clock, keyingMs, over.signal).catch(() => null)
    if (input === null) break
    if (input.type === 'digit') keyed += input.digit
  }
  leg.inputs.close()
  return keyed
}

function conclude(world: World, validation: Validation, call: Call, isRight: boolean): void {
  const { phoneNumber, friendlyName, callback } = validation
  const sid = world.newSid('PN')
  const now = world.clock.now()
  if (isRight)
    world.account.registry.callerIds.set(sid, { sid, phoneNumber, friendlyName, createdAt: now, updatedAt: now })
  if (callback === null) return
  const status = isRight ? 'success' : 'failed'
  world.callbacks.post(world, {
    kind: 'call-status',
    resourceSid: call.sid,
    ...callback,
    parameters: {
      ...voiceParameters(world, call),
      VerificationStatus: status,
      ...(isRight ? { OutgoingCallerIdSid: sid } : {}),
    },
  })
}
