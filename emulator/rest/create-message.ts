import { isVerified } from '../registry/caller-id.ts'
import { landlineError } from '../account/line-type.ts'
import { parseNumber } from '../account/phone-number-format.ts'
import { bareAddress, isWhatsApp, onChannelOf } from '../messages/channel-address.ts'
import { sendersOf } from '../messages/choose-sender.ts'
import type { NewMessage } from '../messages/draft-message.ts'
import type { MessagingService } from '../messages/messaging-service.ts'
import { isBlocked } from '../messages/opt-out.ts'
import { isOwnAddress, kindOfSender } from '../messages/sender.ts'
import { smartEncode } from '../messages/smart-encoding.ts'
import { isQueueFull } from '../messages/throughput.ts'
import type { World } from '../world.ts'
import type { Form } from './form.ts'
import { RestError } from './rest-error.ts'
import { isWebhookTarget } from './webhook-target.ts'

const trialPrefix = 'Sent from your Twilio trial account - '

/** What a create request says, checked as Twilio checks it; who may send to whom is checked apart. */
export function readMessage(world: World, form: Form): NewMessage {
  const to = form.text('To')?.trim() ?? ''
  if (to === '') throw new RestError(400, 21_604, "A 'To' phone number is required.")
  const from = form.text('From')?.trim() ?? ''
  const service = readService(world, form)
  if (form.text('SendAt') && service === null) {
    throw new RestError(400, 35_118, 'MessagingServiceSid is required to schedule a message')
  }
  if (from === '' && service === null) throw new RestError(400, 21_603, "A 'From' phone number is required.")
  const number = parseNumber(bareAddress(to))
  if (number === null) throw new RestError(400, 21_211, `Invalid 'To' Phone Number: ${to}`)
  const content = readContent(form)
  const isSmart = form.bool('SmartEncoded', service?.smartEncoding ?? false)
  const prefix = world.account.settings.trial ? trialPrefix : ''
  return {
    ...content,
    from,
    to: onChannelOf(to, number),
    body: prefix + (isSmart ? smartEncode(content.body) : content.body),
    direction: 'outbound-api',
    status: service === null ? 'queued' : 'accepted',
    statusCallback: readCallback(world, form) ?? service?.statusCallback ?? null,
    messagingServiceSid: service?.sid ?? null,
    validitySeconds: form.int('ValidityPeriod', service?.validityPeriod ?? 36_000, {
      low: 1,
      high: 36_000,
      code: 21_624,
    }),
  }
}

function readService({ account }: World, form: Form): MessagingService | null {
  const sid = form.text('MessagingServiceSid')
  if (sid === null || sid === '') return null
  const service = account.messaging.services.get(sid)
  if (service === undefined) throw new RestError(400, 21_701, `The Messaging Service ${sid} does not exist`)
  return service
}

/** The request's own callback, else its application's. */
function readCallback({ account }: World, form: Form): string | null {
  const own = form.url('StatusCallback', 21_609)
  const sid = form.text('ApplicationSid')
  if (sid === null || sid === '') return own
  const application = account.registry.applications.get(sid)
  if (application === undefined) throw new RestError(400, 21_218, `ApplicationSid is not an application: ${sid}`)
  return own || application.messageStatusCallback || application.smsStatusCallback || null
}

function readContent(form: Form): Pick<NewMessage, 'body' | 'mediaUrls' | 'contentSid'> {
  const contentSid = form.text('ContentSid') || null
  const body = form.text('Body') || readTemplate(form, contentSid)
  const mediaUrls = form.all('MediaUrl')
  if (body === '' && mediaUrls.length === 0) throw new RestError(400, 21_602, 'Message body is required.')
  if (body.length > 1600)
    throw new RestError(400, 21_617, 'The concatenated message body exceeds the 1600 character limit.')
  if (mediaUrls.length > 10) throw new RestError(400, 21_623, 'Number of media files exceeds allowed limit.')
  const badMedia = mediaUrls.find((url) => !isWebhookTarget(url))
  if (badMedia !== undefined) throw new RestError(400, 21_620, `Invalid media URL(s): ${badMedia}`)
  return { body, mediaUrls, contentSid }
}

/** The emulator keeps no templates: it shows which one was meant and with what. */
function readTemplate(form: Form, contentSid: string | null): string {
  const variables = form.text('ContentVariables')
  if (contentSid === null) {
    if (variables) throw new RestError(400, 21_654, 'ContentSid Required')
    return ''
  }
  if (!/^HX[0-9a-f]{32}$/i.test(contentSid)) throw new RestError(400, 21_655, 'The ContentSid is Invalid')
  try {
    const values: unknown = JSON.parse(variables || '{}')
    if (typeof values !== 'object' || values === null) throw new TypeError('not an object')
  } catch {
    throw new RestError(400, 21_656, 'The Content Variables parameter is invalid')
  }
  return `${contentSid} ${variables ?? ''}`.trim()
}

/** Throws RestError if Twilio would not take this text from this sender. */
export function checkMessage(world: World, input: NewMessage): void {
  const { account } = world
  const { from, to } = input
  const service = account.messaging.services.get(input.messagingServiceSid ?? '')
  if (from !== '') checkSender(world, input)
  if (service !== undefined) checkPool(world, service, from)
  const code = isWhatsApp(to) ? null : landlineError(account, to)
  if (code === 21_614) throw new RestError(400, 21_614, `To number: ${to}, is not a mobile number`)
  if (isBlocked(account, from, to, service?.sid ?? null)) {
    throw new RestError(400, 21_610, 'Attempt to send to unsubscribed recipient')
  }
  if (account.settings.trial && !isVerified(account, bareAddress(to))) {
    const text = `The number ${to} is unverified. Trial accounts cannot send messages to unverified numbers.`
    throw new RestError(400, 21_608, text)
  }
  if (from !== '' && isQueueFull(world, from)) {
    throw new RestError(429, 21_611, `This 'From' number has exceeded the maximum number of queued messages: ${from}`)
  }
}

function checkSender({ account }: World, { from, to }: NewMessage): void {
  const kind = kindOfSender(from)
  if (isWhatsApp(from) !== isWhatsApp(to)) {
    throw new RestError(400, 21_910, 'Invalid From and To pair. From and To should be of the same channel')
  }
  if (kind === 'whatsapp' && !isOwnAddress(account, from)) {
    throw new RestError(400, 63_007, `Twilio could not find a Channel with the specified From address: ${from}`)
  }
  if (kind === 'alpha') return checkAlpha(from, to)
  if (kind !== 'short-code' && parseNumber(bareAddress(from)) === null) {
    throw new RestError(400, 21_212, `Invalid From Number (caller ID): ${from}`)
  }
  if (!isOwnAddress(account, from)) {
    const text = `The From phone number ${from} is not a valid, SMS-capable inbound phone number or short code for your account.`
    throw new RestError(400, 21_606, text)
  }
  if (from === to) throw new RestError(400, 21_266, "'To' and 'From' number cannot be the same")
}

/** Names as senders are not possible in North America. */
function checkAlpha(from: string, to: string): void {
  if (!/^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&]{1,11}$/.test(from)) {
    throw new RestError(400, 21_212, `Invalid From Number (caller ID): ${from}`)
  }
  if (to.startsWith('+1')) {
    throw new RestError(
      400,
      21_612,
      `The 'To' phone number: ${to}, is not currently reachable using the 'From': ${from}`,
    )
  }
}

function checkPool(world: World, service: MessagingService, from: string): void {
  const senders = sendersOf(world, service)
  if (from === '' && senders.length === 0) {
    throw new RestError(400, 21_704, 'The Messaging Service contains no phone numbers.')
  }
  if (from !== '' && !isWhatsApp(from) && !senders.includes(from)) {
    throw new RestError(400, 21_711, 'The From is not associated to the specified Messaging Service.')
  }
}
