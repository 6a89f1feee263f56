import { landlineError } from '../account/line-type.ts'
import type { World } from '../world.ts'
import { bareAddress, isWhatsApp } from './channel-address.ts'
import { statusForError } from './delivery-errors.ts'
import type { Message } from './message.ts'
import { kindOfSender } from './sender.ts'

export type DeliveryFailure = { code: number; status: 'failed' | 'undelivered' }

const windowMs = 24 * 3_600_000

/** How a text will end badly: by a fault, by its phone, by the rules of its channel; null if it will arrive. */
export function failureFor(world: World, message: Message): DeliveryFailure | null {
  const handset = bareAddress(message.to)
  const rule = world.faults.forNumber(handset, 'message')
  const code = rule?.errorCode ?? world.account.phones.get(handset)?.errorCode ?? ruleFor(world, message)
  return code === null ? null : { code, status: rule?.messageStatus ?? statusForError(code) }
}

function ruleFor(world: World, message: Message): number | null {
  const { account } = world
  const { from, to } = message
  if (isWhatsApp(to)) return isWindowOpen(world, message) ? null : 63_016
  if (landlineError(account, to) === 30_006) return 30_006
  const kind = kindOfSender(from)
  if (!to.startsWith('+1')) return null
  if (kind === 'local' && !account.settings.a2pRegistered) return 30_034
  return kind === 'toll-free' && !account.settings.tollFreeVerified ? 30_032 : null
}

/** WhatsApp: only templates go to whoever has not written to the sender in the last 24 hours. */
function isWindowOpen(world: World, { from, to, contentSid }: Message): boolean {
  const last = world.account.messaging.conversations.get(`${from}|${to}`)
  return contentSid !== null || (last !== undefined && last > world.clock.now() - windowMs)
}
