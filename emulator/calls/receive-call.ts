import { findOwnNumber } from '../account/phone-numbers.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'
import { createLeg } from './create-leg.ts'
import type { Leg } from './leg.ts'
import { endLeg } from './progress.ts'
import { runCall } from './run-documents.ts'
import { voiceSettingsOf } from './voice-settings.ts'

export type IncomingCall = { from: string; to: string; peer: Leg | null }
export type ReceiveCall = (world: World, incoming: IncomingCall) => Call | null

/** A call reaches a number of the account: it rings until the number's webhook says what to do. */
export function receiveCall(world: World, incoming: IncomingCall): Call | null {
  const { account } = world
  const { from, to, peer } = incoming
  const number = findOwnNumber(account, to)
  if (number === null) return null
  const settings = voiceSettingsOf(account, number)
  const { statusCallback: url, statusCallbackMethod: method } = settings
  const leg = createLeg(world, {
    from,
    to,
    direction: 'inbound',
    status: 'ringing',
    callback: url === '' ? null : { url, method, events: new Set(['completed']) },
    callerName: settings.voiceCallerIdLookup ? (account.phones.get(from)?.name ?? '') : null,
  })
  leg.peer = peer
  if (peer !== null) peer.peer = leg
  leg.fallback = { url: settings.voiceFallbackUrl, method: settings.voiceFallbackMethod }
  if (settings.voiceUrl === '') endLeg(world, leg, 'failed')
  else void runCall(world, leg, { url: settings.voiceUrl, method: settings.voiceMethod, parameters: {} })
  return leg.call
}
