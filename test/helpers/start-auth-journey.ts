import { parseConfig } from '@/config'
import { createMovableClock } from '@/lib/utils/clock'
import { createLog } from '@/lib/utils/log'
import { InvitedPerson } from '@/shared/schemas/person'
import type { Role } from '@/shared/schemas/role'
import { startServer } from '@/start-server'
import { createTestDatabase } from './test-database'

export type AuthJourney = Awaited<ReturnType<typeof startAuthJourney>>

/** The admin key of these servers. */
export const adminKey = 'the-key-of-the-tests-and-of-nothing-else'

/** A server of its own without Twilio, for what is about people, keys and pages. Its clock stands until it is moved. */
export async function startAuthJourney(
  settings: Record<string, string> = {},
  options: { clock?: ReturnType<typeof createMovableClock>; databaseUrl?: string } = {},
) {
  const database = options.databaseUrl ? null : await createTestDatabase()
  const clock = options.clock ?? createMovableClock(new Date())
  const server = await startServer(
    parseConfig({
      NODE_ENV: 'test',
      PORT: '0',
      DATABASE_URL: options.databaseUrl ?? database?.url,
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'token-of-the-tests',
      TWILIO_PHONE_NUMBER: '+14155550100',
      EVA_SECRET: 'a secret of the tests, long enough',
      EVA_API_KEY: adminKey,
      // Without jobs, which would go and ask Twilio.
      EVA_ROLE: 'web',
      ...settings,
    }),
    { clock, log: createLog(settings.LOG_LEVEL ?? 'silent') },
  )
  const journey = {
    server,
    clock,
    databaseUrl: server.installation.config.databaseUrl,
    fetch: (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init),
    /** As a script asks, with the admin key unless another one is given. */
    api: (
      path: string,
      init: Omit<RequestInit, 'headers'> & { key?: string; json?: unknown; headers?: Record<string, string> } = {},
    ) =>
      journey.fetch(`/api/twilio/${path}`, {
        ...init,
        ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
        headers: { authorization: `Bearer ${init.key ?? adminKey}`, ...init.headers },
      }),
    signIn: (email: string, password: string) =>
      journey.fetch('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ email, password }),
      }),
    /** As one of our own pages changes something. */
    change: (path: string, cookie: string, body: unknown, method = 'POST') =>
      journey.fetch(path, {
        method,
        headers: { cookie, origin: server.url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    /** What a browser would send back. */
    cookieOf: (response: Response) =>
      response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    /** Invites a person with the admin key, lets them set a password; signed in by the cookie that comes back. */
    async addPerson(person: { name: string; email: string; role: Role; password: string }) {
      const { password, ...invited } = person
      const invitation = await journey.api('people', { method: 'POST', json: invited })
      const { person: added, inviteUrl } = InvitedPerson.parse(await invitation.json())
      const token = new URL(inviteUrl).searchParams.get('token')
      const arrived = await journey.fetch('/api/twilio/welcome', {
        method: 'POST',
        body: JSON.stringify({ token, password }),
      })
      if (arrived.status !== 201) throw new Error(`the invitation was refused: ${await arrived.text()}`)
      return { id: added.id, cookie: journey.cookieOf(arrived) }
    },
    async close() {
      await server.close()
      await database?.drop()
    },
  }
  return journey
}
