import { parseNumber } from '../account/phone-number-format.ts'
import { rfc2822 } from '../account/rfc2822.ts'
import { createMessage } from '../messages/create-message.ts'
import { acceptMessage, scheduleMessage } from '../messages/dispatch-message.ts'
import { draftMessage } from '../messages/draft-message.ts'
import { messageMedia } from '../messages/message-media.ts'
import { isTerminalMessage } from '../messages/message.ts'
import type { Message } from '../messages/message.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { sendMessage, setStatus } from '../messages/send-message.ts'
import { chargesOfMessage } from '../usage/charges-of.ts'
import { accountUri } from './account-uri.ts'
import { checkMessage, readMessage } from './create-message.ts'
import { dateFilter } from './date-filter.ts'
import { refuseTestMessage } from './magic-numbers.ts'
import { messageView } from './message-view.ts'
import { newestFirst, pageOf } from './paging.ts'
import { readSchedule } from './read-schedule.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

function find({ world, params, path }: RestRequest): Message {
  const message = world.account.messages.get(params['sid'] ?? '')
  if (message === undefined) throw notFound(`${path}.json`)
  return message
}

function create({ world, form }: RestRequest): RestAnswer {
  const input = readMessage(world, form)
  const sendAt = readSchedule(world, form)
  checkMessage(world, input)
  const message = createMessage(world, sendAt === null ? input : { ...input, status: 'scheduled' })
  const json = messageView(world, message)
  if (sendAt !== null) scheduleMessage(world, message, sendAt, receiveMessage)
  else if (input.status === 'accepted') acceptMessage(world, message, receiveMessage)
  else sendMessage(world, message, receiveMessage)
  return { status: 201, json }
}

/** Only a scheduled text can be canceled, only a finished one redacted. */
function update(request: RestRequest): RestAnswer {
  const { world, form } = request
  const message = find(request)
  const status = form.text('Status')
  if (status !== null) {
    if (status !== 'canceled') throw new RestError(400, 20_001, `Status must be canceled: ${status}`)
    if (message.status !== 'scheduled') throw new RestError(409, 30_409, 'This message cannot be canceled')
    setStatus(world, message, 'canceled')
    return { status: 200, json: messageView(world, message) }
  }
  if (form.text('Body') !== '') throw new RestError(400, 20_001, 'Only an empty Body is allowed: it redacts the text')
  if (!isTerminalMessage(message.status)) {
    throw new RestError(400, 20_009, 'Cannot update this resource before it is complete')
  }
  message.body = ''
  message.updatedAt = world.clock.now()
  world.changes.emit('message', message.sid)
  return { status: 200, json: messageView(world, message) }
}

function remove(request: RestRequest): RestAnswer {
  const { account, changes } = request.world
  const message = find(request)
  if (!isTerminalMessage(message.status)) {
    throw new RestError(400, 20_009, 'Cannot delete this resource before it is complete')
  }
  account.messages.delete(message.sid)
  account.pastCharges.push(...chargesOfMessage(message))
  for (const { sid } of messageMedia(message)) account.messaging.media.delete(sid)
  changes.emit('message', message.sid)
  return { status: 204 }
}

function list(request: RestRequest): RestAnswer {
  const { world, query } = request
  const is = (name: string, value: string) => {
    const wanted = query.get(name)
    return wanted === null || wanted === value || parseNumber(wanted) === value
  }
  const isSent = dateFilter(query, 'DateSent')
  const items = newestFirst(world.account.messages.values()).filter(
    (message) => is('To', message.to) && is('From', message.from) && isSent(message.sentAt),
  )
  return pageOf(request, 'messages', items, (message) => messageView(world, message))
}

function leaveFeedback(request: RestRequest): RestAnswer {
  const { world, form } = request
  const message = find(request)
  const outcome = form.text('Outcome') || 'confirmed'
  if (outcome !== 'confirmed' && outcome !== 'unconfirmed') {
    throw new RestError(400, 20_001, `Outcome must be confirmed or unconfirmed: ${outcome}`)
  }
  const now = world.clock.now()
  message.feedback = { outcome, createdAt: message.feedback?.createdAt ?? now, updatedAt: now }
  return {
    status: 200,
    json: {
      account_sid: world.account.sid,
      date_created: rfc2822(message.feedback.createdAt),
      date_updated: rfc2822(now),
      message_sid: message.sid,
      outcome,
      uri: `${accountUri(world)}/Messages/${message.sid}/Feedback.json`,
    },
  }
}

/** https://www.twilio.com/docs/messaging/api/message-resource and message-feedback-resource */
export const messageRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/Messages',
    handle: create,
    forTests: ({ world, form }) => {
      const from = form.text('From')?.trim() ?? ''
      refuseTestMessage(from, form.text('To')?.trim() ?? '')
      return { status: 201, json: messageView(world, draftMessage(world, readMessage(world, form))) }
    },
  },
  { method: 'GET', pattern: '/Messages', handle: list },
  {
    method: 'GET',
    pattern: '/Messages/:sid',
    handle: (request) => ({ status: 200, json: messageView(request.world, find(request)) }),
  },
  { method: 'POST', pattern: '/Messages/:sid', handle: update },
  { method: 'DELETE', pattern: '/Messages/:sid', handle: remove },
  { method: 'POST', pattern: '/Messages/:sid/Feedback', handle: leaveFeedback },
]
