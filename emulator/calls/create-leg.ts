import { isAddress } from '../account/address.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import { ensurePhone } from '../account/phones.ts'
import type { World } from '../world.ts'
import { draftCall } from './draft-call.ts'
import type { NewCall } from './draft-call.ts'
import { Leg } from './leg.ts'

/** A new call and its leg. The phone it involves is made if need be and keeps it in its list. */
export function createLeg(world: World, input: NewCall): Leg {
  const { account } = world
  const call = draftCall(world, input)
  const leg = new Leg(call)
  account.calls.set(call.sid, call)
  account.legs.set(call.sid, leg)
  if (call.parentCallSid !== null) account.calls.get(call.parentCallSid)?.childCallSids.push(call.sid)
  const other = call.direction === 'inbound' ? call.from : call.to
  if (isAddress(other) && findOwnNumber(account, other) === null) {
    leg.handset = other
    ensurePhone(world, other).callSids.push(call.sid)
    world.changes.emit('phone', other)
  }
  world.changes.emit('call', call.sid)
  return leg
}
