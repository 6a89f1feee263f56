import { geoParameters } from '../account/geo-parameters.ts'
import { notify } from '../account/notify.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import type { PhoneNumber } from '../account/phone-numbers.ts'
import type { World } from '../world.ts'
import { answerText } from './answer-text.ts'
import { blockKey } from './block-key.ts'
import { createMessage } from './create-message.ts'
import { mediaTypeOf } from './media-type.ts'
import type { Message } from './message.ts'
import { classifyOptOut, optOutReply } from './opt-out-words.ts'
import { sendMessage } from './send-message.ts'

export type InboundText = { from: string; to: string; body: string; mediaUrls: string[] }

/** A text reaches a number of the account: opt-out words first, then the number's webhook. */
export function receiveMessage(world: World, text: InboundText): Message | null {
  const number = findOwnNumber(world.account, text.to)
  if (number === null) return null
  const { from, to, body, mediaUrls } = text
  const message = createMessage(world, { from, to, body, mediaUrls, direction: 'inbound', status: 'received' })
  message.sentAt = message.createdAt
  message.price = '-0.00830'
  applyOptOut(world, message)
  if (number.smsUrl !== '') void world.clock.track(askForReply(world, number, message))
  return message
}

function applyOptOut(world: World, message: Message): void {
  const kind = classifyOptOut(message.body, message.to)
  if (kind === null) return
  const key = blockKey(message.to, message.from)
  if (kind === 'STOP') world.account.blocks.add(key)
  if (kind === 'START') world.account.blocks.delete(key)
  const reply = createMessage(world, {
    from: message.to,
    to: message.from,
    body: optOutReply(kind, message.body, message.to),
    mediaUrls: [],
    direction: 'outbound-reply',
    status: 'queued',
  })
  sendMessage(world, reply, receiveMessage)
}

async function askForReply(world: World, number: PhoneNumber, message: Message): Promise<void> {
  const { account } = world
  const media = message.mediaUrls.flatMap((url, index) => [
    [`MediaUrl${index}`, url],
    [`MediaContentType${index}`, mediaTypeOf(url)],
  ])
  const parameters = {
    ...geoParameters('To', message.to),
    ...geoParameters('From', message.from),
    SmsMessageSid: message.sid,
    NumMedia: String(message.mediaUrls.length),
    SmsSid: message.sid,
    SmsStatus: 'received',
    Body: message.body,
    To: message.to,
    NumSegments: String(message.numSegments),
    MessageSid: message.sid,
    AccountSid: account.sid,
    From: message.from,
    ApiVersion: '2010-04-01',
    ...Object.fromEntries(media),
  }
  try {
    await answerText(world, { number, message, parameters, send: (reply) => sendMessage(world, reply, receiveMessage) })
  } catch (error) {
    notify(world, 'error', 12_400, error instanceof Error ? error.message : 'Internal failure', {
      messageSid: message.sid,
    })
  }
}
