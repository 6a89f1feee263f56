import { parseConfig } from '@/config'
import { createMovableClock, type Clock } from '@/lib/utils/clock'
import { createLog } from '@/lib/utils/log'
import { startServer } from '@/start-server'
import { createTestDatabase } from './test-database'

export type AuthJourney = Awaited<ReturnType<typeof startAuthJourney>>

/** The admin key of these servers. */
export const adminKey = 'the-key-of-the-tests-and-of-nothing-else'

/** A server of its own without Twilio, for what is about people, keys and pages. Its clock stands until it is moved. */
export async function startAuthJourney(
  settings: Record<string, string> = {},
  options: { clock?: Clock; databaseUrl?: string } = {},
) {
  const database = options.databaseUrl ? null : await createTestDatabase()
  const clock = createMovableClock(new Date())
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
      ...settings,
    }),
    { clock: options.clock ?? clock, log: createLog(settings.LOG_LEVEL ?? 'silent') },
  )
  return {
    server,
    clock,
    databaseUrl: server.installation.config.databaseUrl,
    fetch: (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init),
    /** What a browser would send back. */
    cookieOf: (response: Response) =>
      response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    async close() {
      await server.close()
      await database?.drop()
    },
  }
}
