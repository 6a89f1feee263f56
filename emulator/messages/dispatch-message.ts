import type { World } from '../world.ts'
import { chooseSender } from './choose-sender.ts'
import { putOnHandset } from './create-message.ts'
import type { Message } from './message.ts'
import { isBlocked } from './opt-out.ts'
import { fail, sendMessage, setStatus } from './send-message.ts'
import type { Receive } from './send-message.ts'

/** A service's text, accepted or scheduled, gets its sender and is queued; without one it fails. */
function dispatch(world: World, message: Message, receive: Receive): void {
  const { account } = world
  const service = account.messaging.services.get(message.messagingServiceSid ?? '')
  if (!account.messages.has(message.sid) || message.status === 'canceled') return
  if (service === undefined) return fail(world, message, 21_701, 'failed')
  const sender = message.from === '' ? chooseSender(world, service, message.to) : message.from
  if (typeof sender === 'number') return fail(world, message, sender, 'failed')
  message.from = sender
  if (isBlocked(account, sender, message.to, service.sid)) return fail(world, message, 21_610, 'failed')
  setStatus(world, message, 'queued')
  sendMessage(world, message, receive)
}

/** Sends what was accepted by a Messaging Service, a moment later. */
export function acceptMessage(world: World, message: Message, receive: Receive): void {
  world.clock.after(world.timing.messageQueued, () => dispatch(world, message, receive))
}

/** Sends at its hour what is not canceled until then. */
export function scheduleMessage(world: World, message: Message, sendAt: number, receive: Receive): void {
  world.clock.after(sendAt - world.clock.now(), () => {
    if (message.status !== 'scheduled' || !world.account.messages.has(message.sid)) return
    putOnHandset(world, message)
    dispatch(world, message, receive)
  })
}
