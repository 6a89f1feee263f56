import { findOwnNumber } from '../account/phone-numbers.ts'
import type { World } from '../world.ts'
import type { Call, CallbackPlan, CallDirection, CallStatus } from './call.ts'

export type NewCall = {
  from: string
  to: string
  direction: CallDirection
  status: CallStatus
  parentCallSid?: string | null
  callback?: CallbackPlan | null
  callerName?: string | null
}

/** A call as Twilio would first show it; it is not yet anybody's. */
export function draftCall(world: World, input: NewCall): Call {
  const { account } = world
  const now = world.clock.now()
  const isInbound = input.direction === 'inbound'
  return {
    sid: world.newSid('CA'),
    from: input.from,
    to: input.to,
    direction: input.direction,
    status: input.status,
    parentCallSid: input.parentCallSid ?? null,
    childCallSids: [],
    phoneNumberSid: findOwnNumber(account, isInbound ? input.to : input.from)?.sid ?? null,
    createdAt: now,
    updatedAt: now,
    startedAt: isInbound ? now : null,
    answeredAt: null,
    endedAt: null,
    price: null,
    answeredBy: null,
    queueTimeMs: 0,
    callerName: input.callerName ?? null,
    forwardedFrom: null,
    heard: [],
    waitingFor: null,
    callback: input.callback ?? null,
    sequence: 0,
    recordingSid: null,
  }
}
