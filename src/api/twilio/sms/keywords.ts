import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { createKeyword } from '@/lib/services/keywords/create-keyword'
import { deleteKeyword } from '@/lib/services/keywords/delete-keyword'
import { listAutomaticReplies } from '@/lib/services/keywords/list-automatic-replies'
import { listKeywords } from '@/lib/services/keywords/list-keywords'
import { orderKeywords } from '@/lib/services/keywords/order-keywords'
import { testKeywords } from '@/lib/services/keywords/test-keywords'
import { updateKeyword } from '@/lib/services/keywords/update-keyword'
import {
  AutomaticReplyItem,
  ChangeKeywordInput,
  Keyword,
  KeywordTest,
  ListAutomaticRepliesQuery,
  OrderKeywordsInput,
  SaveKeywordInput,
  TestKeywordsInput,
} from '@/shared/schemas/keyword'
import { pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const tag = 'Keywords'
const one = { description: 'The rule', schema: Keyword }

/** Rules that answer texts by their words, under /api/twilio/sms/keywords. */
export function keywords(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'The rules, in the order they are asked',
      answers: { 200: { description: 'All of them', schema: pageOf(Keyword) } },
    }),
    requirePermission('keywords.read'),
    async (c) => c.json(await listKeywords(installation)),
  )
  app.get(
    '/replies',
    describeOperation({
      tag,
      summary: 'What was answered by itself, or not and why, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(AutomaticReplyItem) } },
    }),
    requirePermission('keywords.read'),
    validated('query', ListAutomaticRepliesQuery),
    async (c) => c.json(await listAutomaticReplies(installation, c.req.valid('query'))),
  )
  app.post(
    '/test',
    describeOperation({
      tag,
      summary: 'Which rule would answer this text?',
      description: 'Nothing is kept and nothing is sent.',
      answers: { 200: { description: 'The rule, and what each says', schema: KeywordTest } },
    }),
    requirePermission('keywords.read'),
    validated('json', TestKeywordsInput),
    async (c) => c.json(await testKeywords(installation, c.req.valid('json'))),
  )
  app.post(
    '/order',
    describeOperation({
      tag,
      summary: 'Put the rules in order',
      description: 'All ids, the first is asked first. 409: a rule has come or gone meanwhile.',
      answers: { 200: { description: 'The rules', schema: z.object({ items: z.array(Keyword) }) } },
    }),
    requirePermission('keywords.write'),
    validated('json', OrderKeywordsInput),
    async (c) => c.json(await orderKeywords(contextFrom(installation, c), c.req.valid('json'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Add a rule behind the others',
      description: 'Patterns are in RE2’s dialect and match in linear time. Accepts Idempotency-Key.',
      answers: { 201: one },
    }),
    requirePermission('keywords.write'),
    validated('json', SaveKeywordInput),
    idempotent(installation),
    async (c) =>
      c.json(await createKeyword(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.patch(
    '/:id',
    describeOperation({ tag, summary: 'Change a rule; what is not given stays', answers: { 200: one } }),
    requirePermission('keywords.write'),
    validated('param', Id),
    validated('json', ChangeKeywordInput),
    async (c) =>
      c.json(await updateKeyword(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Delete a rule; what it answered stays',
      answers: { 204: { description: 'Deleted' } },
    }),
    requirePermission('keywords.write'),
    validated('param', Id),
    async (c) => {
      await deleteKeyword(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  return app
}
