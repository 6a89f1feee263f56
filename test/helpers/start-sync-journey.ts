import { parseConfig } from '@/config'
import { issueTicket } from '@/lib/services/sync/issue-ticket'
import type { TwilioSyncOptions } from '@/lib/services/twilio-sync'
import { createMovableClock } from '@/lib/utils/clock'
import { createLog } from '@/lib/utils/log'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Role } from '@/shared/schemas/role'
import { startServer } from '@/start-server'
import { openLiveClient, type LiveClientOptions } from './open-live-client'
import { createTestDatabase } from './test-database'

const adminKey = 'the-key-of-the-tests-and-of-nothing-else'

/** Any number of instances on one database, and clients of their live streams. */
export async function startSyncJourney(options: { instances?: number; sync?: TwilioSyncOptions } = {}) {
  const database = await createTestDatabase()
  const clock = createMovableClock(new Date())
  const config = parseConfig({
    NODE_ENV: 'test',
    PORT: '0',
    EVA_ROLE: 'web',
    DATABASE_URL: database.url,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token-of-the-tests',
    TWILIO_PHONE_NUMBER: '+14155550100',
    EVA_SECRET: 'a secret of the tests, long enough',
    EVA_API_KEY: adminKey,
  })
  const servers = await Promise.all(
    Array.from({ length: options.instances ?? 1 }, () =>
      startServer(config, { clock, log: createLog('silent'), ...(options.sync ? { sync: options.sync } : {}) }),
    ),
  )
  const [server] = servers
  if (!server) throw new Error('no instance')
  const { installation } = server
  const clients: Awaited<ReturnType<typeof openLiveClient>>[] = []

  return {
    clock,
    authorization: `Bearer ${adminKey}`,
    databaseUrl: database.url,
    servers,
    server,
    installation,
    pool: installation.database.pool,
    /** A stream with the admin key, unless headers or a ticket say otherwise. */
    async open(kind: LiveClientOptions['kind'], more: Partial<LiveClientOptions> = {}) {
      const signsIn = more.query?.ticket !== undefined || more.headers !== undefined
      const client = await openLiveClient({
        url: server.url,
        kind,
        ...(signsIn ? {} : { headers: { authorization: `Bearer ${adminKey}` } }),
        ...more,
      })
      clients.push(client)
      return client
    },
    /** A ticket as someone of this role would get. */
    ticketFor: async (role: Role) =>
      (await issueTicket(installation, { type: 'api-key', keyId: `key-of-${role}`, role })).ticket,
    request: (path: string, init: Omit<RequestInit, 'headers'> = {}) =>
      fetch(new URL(path, server.url), { ...init, headers: { authorization: `Bearer ${adminKey}` } }),
    append: (...events: NewLiveEvent[]) =>
      installation.database.transaction(({ client }) => broadcast(client, clock.now(), events)),
    /** Ids of the whole log, in order. */
    async log() {
      const { rows } = await installation.database.pool.query<{ id: string }>(
        'select id from twilio_events order by id',
      )
      return rows.map((row) => row.id)
    },
    /** The database alone, for a test that closes the server itself. */
    drop: () => database.drop(),
    async close() {
      for (const client of clients) client.cut()
      await Promise.all(servers.map((each) => each.close()))
      await database.drop()
    },
  }
}

export type SyncJourney = Awaited<ReturnType<typeof startSyncJourney>>
