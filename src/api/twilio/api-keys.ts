import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { createApiKey } from '@/lib/services/api-keys/create-api-key'
import { listApiKeys } from '@/lib/services/api-keys/list-api-keys'
import { revokeApiKey } from '@/lib/services/api-keys/revoke-api-key'
import { ApiKey, CreatedApiKey, NewApiKey } from '@/shared/schemas/api-key'
import { PageQuery, pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const tag = 'API keys'

/** Keys for programs, under /api/twilio/api-keys. */
export function apiKeys(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List API keys, revoked ones too',
      answers: { 200: { description: 'A page of keys', schema: pageOf(ApiKey) } },
    }),
    requirePermission('api_keys.read'),
    validated('query', PageQuery),
    async (c) => c.json(await listApiKeys(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Make an API key; its secret is shown once',
      description: 'Accepts Idempotency-Key; asked again it answers 409 with the id of the key, never its secret.',
      answers: { 201: { description: 'The key', schema: CreatedApiKey } },
    }),
    requirePermission('api_keys.write'),
    validated('json', NewApiKey),
    idempotent(installation, { shownOnce: true }),
    async (c) =>
      c.json(await createApiKey(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.delete(
    '/:id',
    describeOperation({ tag, summary: 'Revoke an API key', answers: { 204: { description: 'Revoked' } } }),
    requirePermission('api_keys.write'),
    validated('param', Id),
    async (c) => {
      await revokeApiKey(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  return app
}
