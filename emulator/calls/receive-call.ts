import type { Account } from '../account/account.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import type { PhoneNumber } from '../account/phone-numbers.ts'
import type { Application } from '../registry/application.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'
import { createLeg } from './create-leg.ts'
import type { Leg } from './leg.ts'
import { endLeg } from './progress.ts'
import { runCall } from './run-documents.ts'
import { voiceSettingsOf } from './voice-settings.ts'

export type IncomingCall = { from: string; to: string; peer: Leg | null; parameters?: Record<string, string> }
export type ReceiveCall = (world: World, incoming: IncomingCall) => Call | null

/** A call reaches a number of the account or, as `app:AP…`, an application: it rings until the webhook says what to do. */
export function receiveCall(world: World, incoming: IncomingCall): Call | null {
  const { from, to, peer, parameters = {} } = incoming
  const voice = findVoice(world.account, to)
  if (voice === null) return null
  const { statusCallback: url, statusCallbackMethod: method } = voice
  const leg = createLeg(world, {
    from,
    to: parameters['To'] ?? to,
    direction: 'inbound',
    status: 'ringing',
    callback: url === '' ? null : { url, method, events: new Set(['completed']) },
    callerName: voice.voiceCallerIdLookup ? (world.account.phones.get(from)?.name ?? '') : null,
  })
  leg.peer = peer
  if (peer !== null) peer.peer = leg
  leg.fallback = { url: voice.voiceFallbackUrl, method: voice.voiceFallbackMethod }
  if (voice.voiceUrl === '') endLeg(world, leg, 'failed')
  else void runCall(world, leg, { url: voice.voiceUrl, method: voice.voiceMethod, parameters })
  return leg.call
}

/** Whose URLs answer: a number's application wins over the number. */
function findVoice(account: Account, to: string): PhoneNumber | Application | null {
  if (to.startsWith('app:')) return account.registry.applications.get(to.slice('app:'.length)) ?? null
  const number = findOwnNumber(account, to)
  return number === null ? null : voiceSettingsOf(account, number)
}
