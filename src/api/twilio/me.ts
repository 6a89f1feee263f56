import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requireActor } from '@/api/middleware/require-actor'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getMe } from '@/lib/services/people/get-me'
import { updateMe } from '@/lib/services/people/update-me'
import { Me, MyChange } from '@/shared/schemas/person'

/** Who is asking, at /api/twilio/me. */
export function me(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag: 'People',
      summary: 'Who I am and what I may do',
      answers: { 200: { description: 'The person or key asking', schema: Me } },
    }),
    requireActor(),
    async (c) => c.json(await getMe(contextFrom(installation, c))),
  )
  app.patch(
    '/',
    describeOperation({
      tag: 'People',
      summary: 'Change my own phone, which is rung for callers who are to reach me',
      answers: { 200: { description: 'Me', schema: Me } },
    }),
    requireActor(),
    validated('json', MyChange),
    async (c) => c.json(await updateMe(contextFrom(installation, c), c.req.valid('json'))),
  )
  return app
}
