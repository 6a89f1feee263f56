import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { searchInbox } from '@/lib/services/inbox-search/search-inbox'
import { listMentions } from '@/lib/services/notes/list-mentions'
import { listColleagues } from '@/lib/services/people/list-colleagues'
import { Colleague } from '@/shared/schemas/conversation'
import { SearchHit, SearchInboxQuery } from '@/shared/schemas/inbox-search'
import { Mention } from '@/shared/schemas/note'
import { PageQuery, pageOf } from '@/shared/schemas/page'

const tag = 'Messages'

/** What goes across conversations, under /api/twilio/messages. */
export function inbox(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/search',
    describeOperation({
      tag,
      summary: 'Find texts and notes by their words, newest first',
      description: 'All words must be in it, of the last one the beginning; capitals and accents do not matter.',
      answers: { 200: { description: 'A page', schema: pageOf(SearchHit) } },
    }),
    requirePermission('messages.read'),
    validated('query', SearchInboxQuery),
    async (c) => c.json(await searchInbox(installation, c.req.valid('query'))),
  )
  app.get(
    '/mentions',
    describeOperation({
      tag,
      summary: 'The notes that mention whoever asks, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(Mention) } },
    }),
    requirePermission('messages.read'),
    validated('query', PageQuery),
    async (c) => c.json(await listMentions(contextFrom(installation, c), c.req.valid('query'))),
  )
  app.get(
    '/colleagues',
    describeOperation({
      tag,
      summary: 'Who can be assigned and mentioned',
      answers: { 200: { description: 'Everybody, by name', schema: z.object({ items: z.array(Colleague) }) } },
    }),
    requirePermission('messages.read'),
    async (c) => c.json({ items: await listColleagues(installation) }),
  )
  return app
}
