import { ensurePhone } from '../account/phones.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import type { World } from '../world.ts'
import { draftMessage } from './draft-message.ts'
import type { NewMessage } from './draft-message.ts'
import type { Message } from './message.ts'

/** Puts a message on the account and on the handset it comes from or goes to. */
export function createMessage(world: World, input: NewMessage): Message {
  const message = draftMessage(world, input)
  world.account.messages.set(message.sid, message)
  const isInbound = input.direction === 'inbound'
  const handset = isInbound ? input.from : input.to
  if (findOwnNumber(world.account, handset) === null) {
    const phone = ensurePhone(world, handset)
    phone.messageSids.push(message.sid)
    world.changes.emit('phone', handset)
  }
  world.changes.emit('message', message.sid)
  return message
}
