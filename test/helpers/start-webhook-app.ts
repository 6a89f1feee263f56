import pg from 'pg'
import { parseConfig } from '@/config'
import { createMovableClock } from '@/lib/utils/clock'
import { createLog } from '@/lib/utils/log'
import { startServer, type RunningServer } from '@/start-server'
import { createTestDatabase } from './test-database'
import { webhookSender } from './webhook-sender'

export const ourNumber = '+14155550100'
export const transferNumber = '+14155550199'
const authToken = '0123456789abcdef0123456789abcdef'
const publicOrigin = 'https://eva.example.com'

/** The app alone with a database of its own, its webhooks sent by hand: for what the emulator does not do on request. */
export async function startWebhookApp(
  options: { instances?: number; databaseUrl?: string; transferTo?: string | null } = {},
) {
  const database = options.databaseUrl ? null : await createTestDatabase()
  const databaseUrl = options.databaseUrl ?? database?.url ?? ''
  const clock = createMovableClock(new Date('2026-11-22T10:00:00.000Z'))
  const config = parseConfig({
    NODE_ENV: 'test',
    // No jobs: they would ask a Twilio that is not there.
    EVA_ROLE: 'web',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicOrigin,
    TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_PHONE_NUMBER: ourNumber,
    TWILIO_DEFAULT_TRANSFER_NUMBER: options.transferTo === null ? undefined : (options.transferTo ?? transferNumber),
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    EVA_SECRET: 'a secret of the tests, long enough',
    EVA_API_KEY: 'test-key',
  })
  const servers: RunningServer[] = []
  for (let started = 0; started < (options.instances ?? 1); started += 1) {
    servers.push(await startServer(config, { clock, log: createLog('silent') }))
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  pool.on('error', () => undefined)
  const senders = servers.map((server) => webhookSender({ url: server.url, publicOrigin, authToken }))
  const [send] = senders
  if (!send) throw new Error('no instance was started')
  return {
    clock,
    servers,
    senders,
    send,
    databaseUrl,
    async rows(sql: string, values: unknown[] = []) {
      const { rows } = await pool.query(sql, values)
      return rows
    },
    async close() {
      await pool.end()
      await Promise.all(servers.map((server) => server.close()))
      await database?.drop()
    },
  }
}

/** A SID of the given kind that a test recognises again. */
export function sid(prefix: string, number: number) {
  return prefix + number.toString(16).padStart(32, '0')
}
