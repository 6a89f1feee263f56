import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { listMessages } from '@/lib/services/messages/list-messages'
import { deleteMessage } from '@/lib/services/messages/delete-message'
import { askPermission } from '@/lib/services/permission/ask-permission'
import { scheduleMessage } from '@/lib/services/scheduled-messages/schedule-message'
import { sendMessageOnce } from '@/lib/services/messages/send-message-once'
import { ListMessagesQuery, Message, SendMessageInput } from '@/shared/schemas/message'
import { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'
import { pageOf } from '@/shared/schemas/page'
import { AskPermissionInput, PermissionAnswer } from '@/shared/schemas/permission'
import { HeldMessage } from '@/shared/schemas/scheduled-message'

const Id = z.object({ id: z.uuid() })
const tag = 'Messages'

/** Texts and their conversations, under /api/twilio/messages. */
export function messages(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List texts, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(Message) } },
    }),
    requirePermission('messages.read'),
    validated('query', ListMessagesQuery),
    async (c) => c.json(await listMessages(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Send a text',
      description:
        'Answers when Twilio has. 422: the person may not be texted. 502: Twilio refused (twilioCode) or could not be reached. 202: no ' +
        'answer came back, so the text may or may not have gone out; its status is `unknown` until a callback or Twilio’s list settles ' +
        'it. Do not send it again meanwhile. With sendAt 202 as well: { id, heldUntil, reason }; it waits under messages/scheduled. With lastSeenMessageId, 409 `stale_thread`: somebody else has answered since; details say who, ' +
        'when and with which text. Accepts Idempotency-Key.',
      answers: {
        201: { description: 'Twilio took it', schema: Message },
        202: { description: 'Not confirmed yet, or waiting for its time', schema: z.union([Message, HeldMessage]) },
      },
    }),
    requirePermission('messages.send'),
    validated('json', SendMessageInput),
    idempotent(installation),
    async (c) => {
      const ctx = contextFrom(installation, c)
      const { sendAt, ...text } = { ...c.req.valid('json'), id: c.get('newId') }
      if (sendAt !== undefined) return c.json(await scheduleMessage(ctx, { ...text, sendAt }), 202)
      const message = await sendMessageOnce(ctx, text)
      return c.json(message, message.status === 'unknown' || message.status === 'pending' ? 202 : 201)
    },
  )
  app.post(
    '/permission',
    describeOperation({
      tag,
      summary: 'Ask what would happen if this text were sent',
      description: 'Nothing is kept and nothing is sent. With sendAt: what would happen at that time.',
      answers: { 200: { description: 'The verdict', schema: PermissionAnswer } },
    }),
    requirePermission('messages.send'),
    validated('json', AskPermissionInput),
    async (c) => c.json(await askPermission(contextFrom(installation, c), c.req.valid('json'))),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Delete a text for good',
      description:
        'Its words, its files and Twilio’s copy of it. The answer says what remains. 409 while it is on its way.',
      answers: { 200: { description: 'What became of it', schema: MessageDeletionReceipt } },
    }),
    requirePermission('messages.delete'),
    validated('param', Id),
    async (c) => c.json(await deleteMessage(contextFrom(installation, c), c.req.valid('param'))),
  )
  return app
}
