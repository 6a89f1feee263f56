import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getConversation } from '@/lib/services/conversations/get-conversation'
import { listConversations } from '@/lib/services/conversations/list-conversations'
import { markConversationRead } from '@/lib/services/conversations/mark-conversation-read'
import { listMessages } from '@/lib/services/messages/list-messages'
import { sendMessageOnce } from '@/lib/services/messages/send-message-once'
import { ListConversationsQuery } from '@/shared/schemas/conversation'
import { Conversation, ListMessagesQuery, Message, SendMessageInput } from '@/shared/schemas/message'
import { PageQuery, pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const Through = z.object({ through: z.uuid().optional() })
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
        'it. Do not send it again meanwhile. Accepts Idempotency-Key.',
      answers: {
        201: { description: 'Twilio took it', schema: Message },
        202: { description: 'Not confirmed yet', schema: Message },
      },
    }),
    requirePermission('messages.send'),
    validated('json', SendMessageInput),
    idempotent(installation),
    async (c) => {
      const message = await sendMessageOnce(contextFrom(installation, c), {
        ...c.req.valid('json'),
        id: c.get('newId'),
      })
      return c.json(message, message.status === 'unknown' || message.status === 'pending' ? 202 : 201)
    },
  )
  app.get(
    '/conversations',
    describeOperation({
      tag,
      summary: 'List conversations, the newest text first',
      answers: { 200: { description: 'A page', schema: pageOf(Conversation) } },
    }),
    requirePermission('messages.read'),
    validated('query', ListConversationsQuery),
    async (c) => c.json(await listConversations(installation, c.req.valid('query'))),
  )
  app.get(
    '/conversations/:id',
    describeOperation({
      tag,
      summary: 'One conversation',
      answers: { 200: { description: 'It', schema: Conversation } },
    }),
    requirePermission('messages.read'),
    validated('param', Id),
    async (c) => c.json(await getConversation(installation, c.req.valid('param'))),
  )
  app.get(
    '/conversations/:id/messages',
    describeOperation({
      tag,
      summary: 'The texts of a conversation, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(Message) } },
    }),
    requirePermission('messages.read'),
    validated('param', Id),
    validated('query', PageQuery),
    async (c) => {
      const { id } = await getConversation(installation, c.req.valid('param'))
      return c.json(await listMessages(installation, { ...c.req.valid('query'), conversationId: id }))
    },
  )
  app.post(
    '/conversations/:id/read',
    describeOperation({
      tag,
      summary: 'Mark a conversation as read',
      description:
        'Up to the text `through`, the newest that was seen: one that came after it stays unread. Without it, all.',
      answers: { 200: { description: 'It', schema: Conversation } },
    }),
    requirePermission('messages.send'),
    validated('param', Id),
    validated('query', Through),
    async (c) =>
      c.json(
        await markConversationRead(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('query') }),
      ),
  )
  return app
}
