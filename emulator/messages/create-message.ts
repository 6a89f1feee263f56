import { ensurePhone } from '../account/phones.ts'
import type { World } from '../world.ts'
import { bareAddress } from './channel-address.ts'
import { draftMessage } from './draft-message.ts'
import type { NewMessage } from './draft-message.ts'
import type { Message } from './message.ts'
import { isOwnAddress } from './sender.ts'

/** Puts a message on the account, and on the handset it comes from or goes to unless it waits for its hour. */
export function createMessage(world: World, input: NewMessage): Message {
  const message = draftMessage(world, input)
  world.account.messages.set(message.sid, message)
  if (input.status !== 'scheduled') putOnHandset(world, message)
  world.changes.emit('message', message.sid)
  return message
}

export function putOnHandset(world: World, message: Message): void {
  const handset = bareAddress(message.direction === 'inbound' ? message.from : message.to)
  if (isOwnAddress(world.account, handset) || !handset.startsWith('+')) return
  ensurePhone(world, handset).messageSids.push(message.sid)
  world.changes.emit('phone', handset)
}
