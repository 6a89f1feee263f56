import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { cancelScheduledMessage } from '@/lib/services/scheduled-messages/cancel-scheduled-message'
import { listScheduledMessages } from '@/lib/services/scheduled-messages/list-scheduled-messages'
import { sendScheduledNow } from '@/lib/services/scheduled-messages/send-scheduled-now'
import { updateScheduledMessage } from '@/lib/services/scheduled-messages/update-scheduled-message'
import { Message } from '@/shared/schemas/message'
import { pageOf } from '@/shared/schemas/page'
import {
  ListScheduledMessagesQuery,
  ScheduledMessage,
  UpdateScheduledMessageInput,
} from '@/shared/schemas/scheduled-message'

const Id = z.object({ id: z.uuid() })
const tag = 'Texts for later'
const one = { description: 'It', schema: ScheduledMessage }

/** Texts that wait for their time or for a rule, under /api/twilio/messages/scheduled. */
export function scheduledMessages(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List what waits, the next first; with open=false what came of the others',
      answers: { 200: { description: 'A page', schema: pageOf(ScheduledMessage) } },
    }),
    requirePermission('messages.read'),
    validated('query', ListScheduledMessagesQuery),
    async (c) => c.json(await listScheduledMessages(installation, c.req.valid('query'))),
  )
  app.patch(
    '/:id',
    describeOperation({
      tag,
      summary: 'Change the words or the time of a text that waits',
      description: '409: it no longer waits. One that has expired needs a new sendAt.',
      answers: { 200: one },
    }),
    requirePermission('messages.send'),
    validated('param', Id),
    validated('json', UpdateScheduledMessageInput),
    async (c) =>
      c.json(
        await updateScheduledMessage(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') }),
      ),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Cancel a text that waits',
      description: '409: it no longer waits.',
      answers: { 200: one },
    }),
    requirePermission('messages.send'),
    validated('param', Id),
    async (c) => c.json(await cancelScheduledMessage(contextFrom(installation, c), c.req.valid('param'))),
  )
  app.post(
    '/:id/send',
    describeOperation({
      tag,
      summary: 'Send now what waits or has expired',
      description:
        'As by hand: quiet hours do not stop it. 422: the person may not be texted; it then waits on. Safe to ask again.',
      answers: { 200: { description: 'The text', schema: Message } },
    }),
    requirePermission('messages.send'),
    validated('param', Id),
    async (c) => c.json(await sendScheduledNow(contextFrom(installation, c), c.req.valid('param'))),
  )
  return app
}
