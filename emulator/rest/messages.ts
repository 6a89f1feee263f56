import { findOwnNumber } from '../account/phone-numbers.ts'
import { parseNumber } from '../account/phone-number-format.ts'
import { blockKey } from '../messages/block-key.ts'
import { createMessage } from '../messages/create-message.ts'
import { draftMessage } from '../messages/draft-message.ts'
import type { NewMessage } from '../messages/draft-message.ts'
import { isTerminalMessage } from '../messages/message.ts'
import type { Message } from '../messages/message.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { sendMessage } from '../messages/send-message.ts'
import type { World } from '../world.ts'
import { dateFilter } from './date-filter.ts'
import type { Form } from './form.ts'
import { refuseTestMessage } from './magic-numbers.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'
import { messageView } from './message-view.ts'
import { isWebhookTarget } from './webhook-target.ts'

function find({ world, params, path }: RestRequest): Message {
  const message = world.account.messages.get(params['sid'] ?? '')
  if (message === undefined) throw notFound(`${path}.json`)
  return message
}

/** What a create request says, checked as Twilio checks it; `from` is checked by who may send. */
function readCreate(form: Form): NewMessage {
  const to = form.text('To')?.trim() ?? ''
  if (to === '') throw new RestError(400, 21_604, "A 'To' phone number is required.")
  const from = form.text('From')?.trim() ?? ''
  if (form.text('MessagingServiceSid')) throw new RestError(400, 21_701, 'The Messaging Service does not exist')
  if (form.text('SendAt')) throw new RestError(400, 35_118, 'MessagingServiceSid is required to schedule a message')
  if (from === '') throw new RestError(400, 21_603, "A 'From' phone number is required.")
  const number = parseNumber(to)
  if (number === null) throw new RestError(400, 21_211, `Invalid 'To' Phone Number: ${to}`)
  return { from, to: number, ...readContent(form), direction: 'outbound-api', status: 'queued' }
}

function readContent(form: Form): Pick<NewMessage, 'body' | 'mediaUrls' | 'statusCallback'> {
  const body = form.text('Body') ?? ''
  const mediaUrls = form.all('MediaUrl')
  if (body === '' && mediaUrls.length === 0) throw new RestError(400, 21_602, 'Message body is required.')
  if (body.length > 1600)
    throw new RestError(400, 21_617, 'The concatenated message body exceeds the 1600 character limit.')
  if (mediaUrls.length > 10) throw new RestError(400, 21_623, 'Number of media files exceeds allowed limit.')
  const badMedia = mediaUrls.find((url) => !isWebhookTarget(url))
  if (badMedia !== undefined) throw new RestError(400, 21_620, `Invalid media URL(s): ${badMedia}`)
  form.int('ValidityPeriod', 36_000, { low: 1, high: 36_000, code: 21_624 })
  return { body, mediaUrls, statusCallback: form.url('StatusCallback', 21_609) }
}

function checkSender(world: World, input: NewMessage): void {
  if (parseNumber(input.from) === null) {
    throw new RestError(400, 21_212, `Invalid From Number (caller ID): ${input.from}`)
  }
  if (findOwnNumber(world.account, input.from) === null) {
    const text = `The From phone number ${input.from} is not a valid, SMS-capable inbound phone number or short code for your account.`
    throw new RestError(400, 21_606, text)
  }
  if (input.from === input.to) throw new RestError(400, 21_266, "'To' and 'From' number cannot be the same")
  if (world.account.blocks.has(blockKey(input.from, input.to))) {
    throw new RestError(400, 21_610, 'Attempt to send to unsubscribed recipient')
  }
}

/** https://www.twilio.com/docs/messaging/api/message-resource */
export const messageRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/Messages',
    handle: ({ world, form }) => {
      const input = readCreate(form)
      checkSender(world, input)
      const message = createMessage(world, input)
      const json = messageView(world, message)
      sendMessage(world, message, receiveMessage)
      return { status: 201, json }
    },
    forTests: ({ world, form }) => {
      const from = form.text('From')?.trim() ?? ''
      refuseTestMessage(from, form.text('To')?.trim() ?? '')
      const input = readCreate(form)
      return { status: 201, json: messageView(world, draftMessage(world, input)) }
    },
  },
  {
    method: 'GET',
    pattern: '/Messages',
    handle: (request) => {
      const { world, query } = request
      const [to, from] = [query.get('To'), query.get('From')]
      const isSent = dateFilter(query, 'DateSent')
      const items = newestFirst(world.account.messages.values()).filter(
        (message) =>
          (to === null || message.to === to) && (from === null || message.from === from) && isSent(message.sentAt),
      )
      return pageOf(request, 'messages', items, (message) => messageView(world, message))
    },
  },
  {
    method: 'GET',
    pattern: '/Messages/:sid',
    handle: (request) => ({ status: 200, json: messageView(request.world, find(request)) }),
  },
  {
    method: 'POST',
    pattern: '/Messages/:sid',
    handle: (request) => {
      const { world, form } = request
      const message = find(request)
      if (form.text('Status') !== null) throw new RestError(409, 30_409, 'This message cannot be canceled')
      if (form.text('Body') !== '')
        throw new RestError(400, 20_001, 'Only an empty Body is allowed: it redacts the text')
      if (!isTerminalMessage(message.status)) {
        throw new RestError(400, 20_009, 'Cannot update this resource before it is complete')
      }
      message.body = ''
      message.updatedAt = world.clock.now()
      world.changes.emit('message', message.sid)
      return { status: 200, json: messageView(world, message) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/Messages/:sid',
    handle: (request) => {
      const message = find(request)
      if (!isTerminalMessage(message.status)) {
        throw new RestError(400, 20_009, 'Cannot delete this resource before it is complete')
      }
      request.world.account.messages.delete(message.sid)
      request.world.changes.emit('message', message.sid)
      return { status: 204 }
    },
  },
]
