import { notify } from '../account/notify.ts'
import type { World } from '../world.ts'
import { answerText } from './answer-text.ts'
import { isWhatsApp } from './channel-address.ts'
import { createMessage } from './create-message.ts'
import { inboundParameters } from './inbound-parameters.ts'
import { inboundWebhookOf } from './inbound-webhook.ts'
import type { InboundWebhook } from './inbound-webhook.ts'
import { hasFiles, storeMedia } from './media-file.ts'
import type { Message } from './message.ts'
import { applyOptOut } from './opt-out.ts'
import type { OptOut } from './opt-out.ts'
import { priceOf } from './price.ts'
import { sendMessage } from './send-message.ts'
import { isOwnAddress, serviceBehind } from './sender.ts'
import { textCookies } from './text-cookies.ts'

export type InboundText = { from: string; to: string; body: string; mediaUrls: string[] }

/** A text reaches an address of the account: opt-out words first, then the webhook. Null if it is not the account's. */
export function receiveMessage(world: World, text: InboundText): Message | null {
  const { account } = world
  if (!isOwnAddress(account, text.to)) return null
  const { from, to, body, mediaUrls } = text
  const messagingServiceSid = serviceBehind(account, to)?.sid ?? null
  const message = createMessage(world, {
    from,
    to,
    body,
    mediaUrls,
    messagingServiceSid,
    direction: 'inbound',
    status: 'received',
  })
  message.sentAt = message.createdAt
  message.price = priceOf(message)
  if (isWhatsApp(to)) account.messaging.conversations.set(`${to}|${from}`, message.createdAt)
  const optOut = applyOptOut(account, message)
  if (optOut !== null && optOut.reply !== null) confirm(world, message, optOut.reply)
  const webhook = inboundWebhookOf(account, to)
  if (webhook !== null || hasFiles(world, message)) void world.clock.track(askForReply(world, webhook, message, optOut))
  return message
}

/** Goes out although the block already stands. */
function confirm(world: World, message: Message, body: string): void {
  const reply = createMessage(world, {
    from: message.to,
    to: message.from,
    body,
    mediaUrls: [],
    direction: 'outbound-reply',
    status: 'queued',
    messagingServiceSid: message.messagingServiceSid,
  })
  sendMessage(world, reply, receiveMessage)
}

async function askForReply(
  world: World,
  webhook: InboundWebhook | null,
  message: Message,
  optOut: OptOut | null,
): Promise<void> {
  try {
    if (hasFiles(world, message)) await keepMedia(world, message)
    if (webhook === null) return
    const parameters = inboundParameters(world, message, optOut)
    const jar = textCookies(world, message.from, message.to)
    const send = (reply: Message) => sendMessage(world, reply, receiveMessage)
    await answerText(world, { webhook, message, parameters, jar, send })
  } catch (error) {
    notify(world, 'error', 12_400, error instanceof Error ? error.message : 'Internal failure', {
      messageSid: message.sid,
    })
  }
}

async function keepMedia(world: World, message: Message): Promise<void> {
  const code = await storeMedia(world, message)
  if (code !== null)
    notify(world, 'warning', code, 'Media of an inbound text could not be kept', { messageSid: message.sid })
}
