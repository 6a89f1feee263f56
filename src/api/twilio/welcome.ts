import { Hono } from 'hono'
import { z } from 'zod'
import { withClientAddress } from '@/api/auth/with-client-address'
import { decidesItself } from '@/api/declare-access'
import { describeOperation } from '@/api/describe-operation'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { acceptWelcome } from '@/lib/services/people/accept-welcome'
import { getMe } from '@/lib/services/people/get-me'
import { getWelcome } from '@/lib/services/people/get-welcome'
import { Me, Welcome, WelcomeAnswer, WelcomeToken } from '@/shared/schemas/person'

/** One-time links, at /api/twilio/welcome: open to whoever holds one, because that is what they are for. */
export function welcome(installation: Installation) {
  const app = new Hono<AppEnv>()
  const withAddress = withClientAddress(installation.config)

  app.get(
    '/',
    describeOperation({
      tag: 'People',
      summary: 'What stands behind a one-time link',
      answers: { 200: { description: 'Whose link it is', schema: Welcome } },
    }),
    decidesItself('everybody'),
    validated('query', z.object({ token: WelcomeToken })),
    async (c) => c.json(await getWelcome(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag: 'People',
      summary: 'Use a one-time link: set a password and sign in (session cookie)',
      answers: { 201: { description: 'The person, signed in', schema: Me } },
    }),
    decidesItself('everybody'),
    validated('json', WelcomeAnswer),
    async (c) => {
      const { password, ...answer } = c.req.valid('json')
      const actor = await acceptWelcome(contextFrom(installation, c), { ...answer, password })
      const signedIn = await installation.auth.better.api.signInEmail({
        body: { email: actor.email, password },
        headers: withAddress(c).headers,
        returnHeaders: true,
      })
      for (const cookie of signedIn.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
      return c.json(await getMe({ actor: actor.actor, database: installation.database }), 201)
    },
  )
  return app
}
