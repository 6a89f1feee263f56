import type { World } from '../world.ts'
import { describeDeliveryError } from './delivery-errors.ts'
import { failureFor } from './delivery-failure.ts'
import { hasFiles, storeMedia } from './media-file.ts'
import { postMessageCallback } from './message-callback.ts'
import type { Message, MessageStatus } from './message.ts'
import { priceOf } from './price.ts'
import { isOwnAddress } from './sender.ts'
import { takePlace } from './throughput.ts'

/** What an inbound text does; passed in because a reply is again a message that is sent. */
export type Receive = (world: World, text: { from: string; to: string; body: string; mediaUrls: string[] }) => void

/** Lets a queued message run its life: its media are fetched, its turn comes, and it is sent. */
export function sendMessage(world: World, message: Message, receive: Receive): void {
  const wait = takePlace(world, message.from, message.numSegments)
  const validMs = message.validitySeconds * 1000
  if (wait > validMs) world.clock.after(validMs, () => fail(world, message, 30_036, 'failed'))
  else if (hasFiles(world, message)) {
    const stored = storeMedia(world, message)
    void world.clock.track(stored).then((code) => carry(world, message, receive, wait, code))
  } else carry(world, message, receive, wait, null)
}

/** Sending, sent, delivered, or the error that the media, a fault, the phone or a rule asks for. */
function carry(world: World, message: Message, receive: Receive, wait: number, mediaCode: number | null): void {
  const { clock, timing } = world
  const failure = mediaCode === null ? failureFor(world, message) : { code: mediaCode, status: 'failed' as const }
  clock.after(wait + timing.messageSending, () => setStatus(world, message, 'sending'))
  clock.after(wait + timing.messageSent, () => {
    if (failure?.status === 'failed') fail(world, message, failure.code, 'failed')
    else setStatus(world, message, 'sent')
  })
  if (failure?.status === 'failed') return
  clock.after(wait + timing.messageDelivered, () => {
    if (failure !== null) return fail(world, message, failure.code, 'undelivered')
    message.price = priceOf(message)
    setStatus(world, message, 'delivered')
    if (isOwnAddress(world.account, message.to)) receive(world, message)
  })
}

export function fail(world: World, message: Message, code: number, status: 'failed' | 'undelivered'): void {
  message.errorCode = code
  message.errorMessage = describeDeliveryError(code)
  setStatus(world, message, status)
}

/** Writes a status and tells of it; a text that was deleted or canceled in the meantime stays as it is. */
export function setStatus(world: World, message: Message, status: MessageStatus): void {
  const now = world.clock.now()
  if (!world.account.messages.has(message.sid) || message.status === 'canceled') return
  message.status = status
  message.updatedAt = now
  if (status === 'sent') message.sentAt = now
  world.changes.emit('message', message.sid)
  if (status !== 'sending') postMessageCallback(world, message)
}
