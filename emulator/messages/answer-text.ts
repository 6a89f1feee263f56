import { notify } from '../account/notify.ts'
import type { PhoneNumber } from '../account/phone-numbers.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import { parseNumber } from '../account/phone-number-format.ts'
import { readReply } from '../twiml/message-reply.ts'
import type { ReplyText } from '../twiml/message-reply.ts'
import { TwimlError } from '../twiml/parse-twiml.ts'
import type { Element } from '../twiml/parse-twiml.ts'
import { readDocument } from '../twiml/read-document.ts'
import { deliver } from '../webhooks/deliver.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import type { World } from '../world.ts'
import { blockKey } from './block-key.ts'
import { createMessage } from './create-message.ts'
import { isLooping } from './loop-guard.ts'
import type { Message } from './message.ts'
import { fail } from './send-message.ts'

export type Answering = {
  number: PhoneNumber
  message: Message
  parameters: Record<string, string>
  send: (reply: Message) => void
}

type Place = { url: string; method: string }
type Document = { root: Element; url: string }

const mostDocuments = 10

/** Asks the number's webhook for TwiML and does what it says, from Redirect to Redirect. */
export async function answerText(world: World, answering: Answering): Promise<void> {
  const { number, message } = answering
  let place: Place | null = { url: number.smsUrl, method: number.smsMethod }
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
  const { number, message, parameters } = answering
  const first = await fetchOnce(world, place, parameters)
  if (!('code' in first)) return first
  notify(world, 'error', first.code, first.text, about(message, place))
  if (number.smsFallbackUrl === '') return null
  const fallback = { url: number.smsFallbackUrl, method: number.smsFallbackMethod }
  const extra = { ErrorCode: String(first.code), ErrorUrl: place.url }
  const second = await fetchOnce(world, fallback, { ...parameters, ...extra })
  if (!('code' in second)) return second
  notify(world, 'error', second.code, second.text, about(message, fallback))
  return null
}

type Failure = { code: number; text: string }

async function fetchOnce(world: World, place: Place, parameters: Record<string, string>): Promise<Document | Failure> {
  const delivery = await deliver(world, { kind: 'sms', url: place.url, method: place.method, parameters })
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
  const { message, number } = answering
  const to = text.to === null ? message.from : parseNumber(text.to)
  if (to === null) return notify(world, 'warning', 14_101, `Invalid To: ${text.to}`, about(message, document))
  const from = text.from ?? number.phoneNumber
  if (findOwnNumber(world.account, from) === null) {
    return notify(world, 'warning', 14_108, `From is not a number of the account: ${from}`, about(message, document))
  }
  if (isLooping(world, from, to)) {
    return notify(world, 'error', 14_107, 'More than 15 replies between two numbers in 30 s', about(message, document))
  }
  const made = createMessage(world, {
    from,
    to,
    body: text.body,
    mediaUrls: text.mediaUrls,
    direction: 'outbound-reply',
    status: 'queued',
    statusCallback: text.statusCallback === null ? null : resolveUrl(text.statusCallback, document.url),
    statusCallbackMethod: text.method.toUpperCase() === 'GET' ? 'GET' : 'POST',
  })
  if (world.account.blocks.has(blockKey(from, to))) fail(world, made, 21_610, 'failed')
  else answering.send(made)
}
