import { notify } from '../account/notify.ts'
import { parseNumber } from '../account/phone-number-format.ts'
import { readReply } from '../twiml/message-reply.ts'
import type { ReplyText } from '../twiml/message-reply.ts'
import { TwimlError } from '../twiml/parse-twiml.ts'
import type { Element } from '../twiml/parse-twiml.ts'
import { readDocument } from '../twiml/read-document.ts'
import type { CookieJar } from '../webhooks/cookies.ts'
import { deliver } from '../webhooks/deliver.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import type { World } from '../world.ts'
import { bareAddress, onChannelOf } from './channel-address.ts'
import { createMessage } from './create-message.ts'
import type { InboundWebhook } from './inbound-webhook.ts'
import { isLooping } from './loop-guard.ts'
import type { Message } from './message.ts'
import { isBlocked } from './opt-out.ts'
import { fail } from './send-message.ts'
import { isOwnAddress, serviceBehind } from './sender.ts'
import { smartEncode } from './smart-encoding.ts'

export type Answering = {
  webhook: InboundWebhook
  message: Message
  parameters: Record<string, string>
  jar: CookieJar
  send: (reply: Message) => void
}

type Place = { url: string; method: string }
type Document = { root: Element; url: string }

const mostDocuments = 10

/** Asks the number's webhook for TwiML and does what it says, from Redirect to Redirect. */
export async function answerText(world: World, answering: Answering): Promise<void> {
  const { webhook, message } = answering
  let place: Place | null = webhook.first
  for (let count = 0; place !== null; count++) {
    if (count >= mostDocuments)
      return notify(world, 'warning', 14_106, 'Too many Redirects in a row', about(message, place))
    const document: Document | null = await fetchReply(world, answering, place)
    place = document === null ? null : follow(world, answering, document)
  }
}

function about(message: Message, place: { url: string }): { messageSid: string; url: string } {
  return { messageSid: message.sid, url: place.url }
}

async function fetchReply(world: World, answering: Answering, place: Place): Promise<Document | null> {
  const { webhook, message, parameters, jar } = answering
  const first = await fetchOnce(world, place, parameters, jar)
  if (!('code' in first)) return first
  notify(world, 'error', first.code, first.text, about(message, place))
  const { fallback } = webhook
  if (fallback === null) return null
  const extra = { ErrorCode: String(first.code), ErrorUrl: place.url }
  const second = await fetchOnce(world, fallback, { ...parameters, ...extra }, jar)
  if (!('code' in second)) return second
  notify(world, 'error', second.code, second.text, about(message, fallback))
  return null
}

type Failure = { code: number; text: string }

async function fetchOnce(
  world: World,
  place: Place,
  parameters: Record<string, string>,
  jar: CookieJar,
): Promise<Document | Failure> {
  const delivery = await deliver(world, { kind: 'sms', url: place.url, method: place.method, parameters, jar })
  if (!delivery.ok) return delivery
  try {
    return { root: readDocument(delivery, 'messaging', delivery.url), url: delivery.url }
  } catch (error) {
    if (error instanceof TwimlError) return { code: error.code, text: error.message }
    throw error
  }
}

/** Carries out one document; the place of the next one if it redirects. */
function follow(world: World, answering: Answering, document: Document): Place | null {
  const { message } = answering
  for (const step of readReply(document.root)) {
    if (step.do === 'warn') notify(world, 'warning', step.code, step.text, about(message, document))
    if (step.do === 'send') reply(world, answering, document, step.text)
    if (step.do === 'redirect') {
      const url = resolveUrl(step.url, document.url)
      if (url !== null) return { url, method: step.method.toUpperCase() }
      notify(world, 'error', 11_100, 'The Redirect leads nowhere', about(message, document))
    }
  }
  return null
}

function reply(world: World, answering: Answering, document: Document, text: ReplyText): void {
  const { message } = answering
  const to = text.to === null ? message.from : addressOf(text.to)
  if (to === null) return notify(world, 'warning', 14_101, `Invalid To: ${text.to}`, about(message, document))
  const from = text.from ?? message.to
  if (!isOwnAddress(world.account, from)) {
    return notify(world, 'warning', 14_108, `From is not a number of the account: ${from}`, about(message, document))
  }
  if (isLooping(world, from, to)) {
    return notify(world, 'error', 14_107, 'More than 15 replies between two numbers in 30 s', about(message, document))
  }
  const service = serviceBehind(world.account, from)
  const own = text.statusCallback === null ? null : resolveUrl(text.statusCallback, document.url)
  const made = createMessage(world, {
    from,
    to,
    body: service?.smartEncoding ? smartEncode(text.body) : text.body,
    mediaUrls: text.mediaUrls.map((url) => resolveUrl(url, document.url) ?? url),
    direction: 'outbound-reply',
    status: 'queued',
    statusCallback: own ?? service?.statusCallback ?? null,
    statusCallbackMethod: own !== null && text.method.toUpperCase() === 'GET' ? 'GET' : 'POST',
    messagingServiceSid: service?.sid ?? null,
  })
  if (isBlocked(world.account, from, to, null)) fail(world, made, 21_610, 'failed')
  else answering.send(made)
}

function addressOf(text: string): string | null {
  const number = parseNumber(bareAddress(text))
  return number === null ? null : onChannelOf(text, number)
}
