import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { changeConversation } from '@/lib/services/conversations/change-conversation'
import { countConversations } from '@/lib/services/conversations/count-conversations'
import { getConversation } from '@/lib/services/conversations/get-conversation'
import { listConversations } from '@/lib/services/conversations/list-conversations'
import { markConversationRead } from '@/lib/services/conversations/mark-conversation-read'
import { listMessages } from '@/lib/services/messages/list-messages'
import { recordPresence } from '@/lib/services/presence/record-presence'
import { listTimeline } from '@/lib/services/timeline/list-timeline'
import {
  ChangeConversationInput,
  ConversationCounts,
  ListConversationsQuery,
  PresenceInput,
  PresentPerson,
} from '@/shared/schemas/conversation'
import { Conversation, Message } from '@/shared/schemas/message'
import { PageQuery, pageOf } from '@/shared/schemas/page'
import { TimelinePage, TimelineQuery } from '@/shared/schemas/timeline'

const Id = z.object({ id: z.uuid() })
const Through = z.object({ through: z.uuid().optional() })
const tag = 'Messages'
const one = { description: 'It', schema: Conversation }

/** Conversations as the team works with them, under /api/twilio/messages/conversations. */
export function conversations(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List conversations, the newest text first',
      answers: { 200: { description: 'A page', schema: pageOf(Conversation) } },
    }),
    requirePermission('messages.read'),
    validated('query', ListConversationsQuery),
    async (c) => c.json(await listConversations(contextFrom(installation, c), c.req.valid('query'))),
  )
  app.get(
    '/counts',
    describeOperation({
      tag,
      summary: 'How many conversations wait for whoever asks, each counted to 100',
      answers: { 200: { description: 'The counts', schema: ConversationCounts } },
    }),
    requirePermission('messages.read'),
    async (c) => c.json(await countConversations(contextFrom(installation, c))),
  )
  app.get(
    '/:id',
    describeOperation({ tag, summary: 'One conversation', answers: { 200: one } }),
    requirePermission('messages.read'),
    validated('param', Id),
    async (c) => c.json(await getConversation(installation, c.req.valid('param'))),
  )
  app.patch(
    '/:id',
    describeOperation({
      tag,
      summary: 'Open, close or set aside a conversation; give it to somebody or nobody',
      answers: { 200: one },
    }),
    requirePermission('conversations.write'),
    validated('param', Id),
    validated('json', ChangeConversationInput),
    async (c) =>
      c.json(
        await changeConversation(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') }),
      ),
  )
  app.get(
    '/:id/messages',
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
  app.get(
    '/:id/timeline',
    describeOperation({
      tag,
      summary: 'Texts, calls, notes and what was done, newest first; both ways from a cursor, or around an entry',
      answers: { 200: { description: 'A page', schema: TimelinePage } },
    }),
    requirePermission('messages.read'),
    validated('param', Id),
    validated('query', TimelineQuery),
    async (c) => c.json(await listTimeline(installation, { ...c.req.valid('query'), ...c.req.valid('param') })),
  )
  app.post(
    '/:id/read',
    describeOperation({
      tag,
      summary: 'Mark a conversation as read, and the mentions in it of whoever reads',
      description:
        'Up to the text `through`, the newest that was seen: one that came after it stays unread. Without it, all.',
      answers: { 200: one },
    }),
    requirePermission('messages.send'),
    validated('param', Id),
    validated('query', Through),
    async (c) => {
      const read = { ...c.req.valid('param'), ...c.req.valid('query') }
      return c.json(await markConversationRead(contextFrom(installation, c), read))
    },
  )
  app.put(
    '/:id/presence',
    describeOperation({
      tag,
      summary: 'Say that one reads or writes in a conversation, for 45 seconds; answers who does',
      answers: { 200: { description: 'Who is there', schema: z.object({ items: z.array(PresentPerson) }) } },
    }),
    requirePermission('messages.read'),
    validated('param', Id),
    validated('json', PresenceInput),
    async (c) => {
      const presence = { conversationId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json({ items: await recordPresence(contextFrom(installation, c), presence) })
    },
  )
  return app
}
