import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'
import { issuePhoneToken } from '@/lib/services/phone/issue-phone-token'
import { PhoneToken } from '@/shared/schemas/phone'

/** Access tokens for phones in browsers, at /api/twilio/token. */
export function token(installation: Installation) {
  const app = new Hono<AppEnv>()
  const description =
    'Lives for ten minutes; ask for the next one before it ends. Allows to be rung as `client:<my id>` and to call through our own application.'
  for (const method of ['get', 'post'] as const) {
    app[method](
      '/',
      describeOperation({
        tag: 'Phone',
        summary: 'An access token for my phone in the browser',
        description,
        answers: { 200: { description: 'The token', schema: PhoneToken } },
      }),
      requirePermission('calls.place'),
      async (c) => c.json(await issuePhoneToken(contextFrom(installation, c))),
    )
  }
  return app
}
