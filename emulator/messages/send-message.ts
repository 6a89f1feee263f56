import { findOwnNumber } from '../account/phone-numbers.ts'
import type { World } from '../world.ts'
import { describeDeliveryError, statusForError } from './delivery-errors.ts'
import { postMessageCallback } from './message-callback.ts'
import type { Message, MessageStatus } from './message.ts'

/** What an inbound text does; passed in because a reply is again a message that is sent. */
export type Receive = (world: World, text: { from: string; to: string; body: string; mediaUrls: string[] }) => void

/** Lets a queued message run its life: sending, sent, delivered, or the error that a fault or the phone asks for. */
export function sendMessage(world: World, message: Message, receive: Receive): void {
  const { clock, timing } = world
  const failure = failureFor(world, message)
  clock.after(timing.messageSending, () => setStatus(world, message, 'sending'))
  clock.after(timing.messageSent, () => {
    if (failure?.status === 'failed') fail(world, message, failure.code, 'failed')
    else setStatus(world, message, 'sent')
  })
  if (failure?.status === 'failed') return
  clock.after(timing.messageDelivered, () => {
    if (failure !== null) return fail(world, message, failure.code, 'undelivered')
    message.price = priceOf(message)
    setStatus(world, message, 'delivered')
    if (findOwnNumber(world.account, message.to) !== null) receive(world, message)
  })
}

export function fail(world: World, message: Message, code: number, status: 'failed' | 'undelivered'): void {
  message.errorCode = code
  message.errorMessage = describeDeliveryError(code)
  setStatus(world, message, status)
}

function failureFor(world: World, message: Message): { code: number; status: 'failed' | 'undelivered' } | null {
  const rule = world.faults.forNumber(message.to, 'message')
  const code = rule?.errorCode ?? world.account.phones.get(message.to)?.errorCode ?? null
  return code === null ? null : { code, status: rule?.messageStatus ?? statusForError(code) }
}

function setStatus(world: World, message: Message, status: MessageStatus): void {
  const now = world.clock.now()
  if (!world.account.messages.has(message.sid)) return
  message.status = status
  message.updatedAt = now
  if (status === 'sent') message.sentAt = now
  world.changes.emit('message', message.sid)
  if (status !== 'sending') postMessageCallback(world, message)
}

/** US dollars, negative; an estimate by public list prices. */
function priceOf(message: Message): string {
  const dollars = message.mediaUrls.length > 0 ? 0.022 : 0.0083 * message.numSegments
  return `-${dollars.toFixed(5)}`
}
