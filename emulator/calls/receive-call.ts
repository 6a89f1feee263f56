import { findOwnNumber } from '../account/phone-numbers.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'
import { createLeg } from './create-leg.ts'
import type { Leg } from './leg.ts'
import { endLeg } from './progress.ts'
import { runCall } from './run-documents.ts'

export type IncomingCall = { from: string; to: string; peer: Leg | null }
export type ReceiveCall = (world: World, incoming: IncomingCall) => Call | null

/** A call reaches a number of the account: it rings until the number's webhook says what to do. */
export function receiveCall(world: World, incoming: IncomingCall): Call | null {
  const { account } = world
  const { from, to, peer } = incoming
  const number = findOwnNumber(account, to)
  if (number === null) return null
  const { statusCallback: url, statusCallbackMethod: method } = number
  const leg = createLeg(world, {
    from,
    to,
    direction: 'inbound',
    status: 'ringing',
    callback: url === '' ? null : { url, method, events: new Set(['completed']) },
    callerName: number.voiceCallerIdLookup ? (account.phones.get(from)?.name ?? '') : null,
  })
  leg.peer = peer
  if (peer !== null) peer.peer = leg
  leg.fallback = { url: number.voiceFallbackUrl, method: number.voiceFallbackMethod }
  if (number.voiceUrl === '') endLeg(world, leg, 'failed')
  else void runCall(world, leg, { url: number.voiceUrl, method: number.voiceMethod, parameters: {} })
  return leg.call
}
