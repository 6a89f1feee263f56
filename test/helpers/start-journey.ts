import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { parseConfig } from '@/config'
import { createLog } from '@/lib/utils/log'
import { startServer, type Replacements } from '@/start-server'
import { startEmulator, type EmulatorOptions } from '../../emulator/start-emulator.ts'
import { findFreePort } from '../../launcher/find-free-port.js'
import { createTestDatabase } from './test-database'

type Init = { method?: string; body?: unknown; headers?: Record<string, string> }

/**
 * The whole product in this process: a database of its own, the emulator on a virtual clock with its numbers pointed at the app, and the app
 * on the same clock. Time moves only by `advance`. Without `role: 'all'` no background jobs run.
 */
export async function startJourney(
  options: {
    role?: 'all' | 'web' | 'worker'
    env?: Record<string, string>
    emulator?: EmulatorOptions
    replacements?: Replacements
  } = {},
) {
  const database = await createTestDatabase()
  const emulator = await startEmulator({
    port: 0,
    clock: { mode: 'virtual', now: Date.parse('2026-03-02T15:00:00.000Z') },
    ...options.emulator,
  })
  const port = await findFreePort()
  const [ourNumber = '', otherNumber = ''] = emulator.phoneNumbers
  const dataDirectory = await mkdtemp(join(tmpdir(), 'eva-journey-'))
  const config = parseConfig({
    NODE_ENV: 'test',
    EVA_DATA_DIR: dataDirectory,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.url,
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
    TWILIO_PHONE_NUMBER: ourNumber,
    TWILIO_API_BASE_URL: emulator.url,
    EVA_ROLE: options.role ?? 'web',
    EVA_SECRET: 'a secret of the tests, long enough',
    EVA_API_KEY: 'admin-key-of-the-tests',
    ...options.env,
  })
  const clock = { now: () => emulator.clock.date() }
  const server = await startServer(config, { clock, log: createLog('silent'), ...options.replacements })
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on('error', () => undefined)
  await pointNumbers()

  async function pointNumbers() {
    const account = `${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/IncomingPhoneNumbers`
    const headers = {
      Authorization: `Basic ${Buffer.from(`${emulator.accountSid}:${emulator.authToken}`).toString('base64')}`,
    }
    const listed = await fetch(`${account}.json`, { headers })
    const { incoming_phone_numbers: numbers } = (await listed.json()) as { incoming_phone_numbers: { sid: string }[] }
    for (const { sid } of numbers) {
      const body = new URLSearchParams({
        VoiceUrl: `${server.url}/api/twilio/webhooks/voice`,
        SmsUrl: `${server.url}/api/twilio/webhooks/sms`,
        StatusCallback: `${server.url}/api/twilio/webhooks/call-status`,
      })
      const updated = await fetch(`${account}/${sid}.json`, { method: 'POST', headers, body })
      if (!updated.ok) throw new Error(`the emulator did not take the addresses: ${updated.status}`)
    }
  }

  const control = async (path: string, init: Init = {}) => {
    const answer = await ask(`${emulator.url}/emulator${path}`, init)
    if (answer.status >= 400) throw new Error(`${path}: ${answer.text}`)
    return answer.body
  }

  return {
    emulator,
    server,
    clock,
    ourNumber,
    otherNumber,
    /** Asks the app, as the administrator's key unless told otherwise. */
    api: (path: string, init: Init = {}) =>
      ask(`${server.url}/api/twilio${path}`, {
        ...init,
        headers: { Authorization: 'Bearer admin-key-of-the-tests', ...init.headers },
      }),
    /** Asks the emulator's control; throws when it refuses. */
    control,
    /** Moves the time of both; returns when everything due has happened and every webhook was answered. */
    advance: (milliseconds: number) => control('/clock', { method: 'POST', body: { advanceMs: milliseconds } }),
    /** What the handset has received and sent, newest first. */
    textsOf: (phoneNumber: string) => control(`/phones/${encodeURIComponent(phoneNumber)}/messages`),
    faults: (...rules: object[]) => control('/faults', { method: 'POST', body: { rules } }),
    async rows(sql: string, values: unknown[] = []) {
      const { rows } = await pool.query(sql, values)
      return rows
    },
    async close() {
      await pool.end()
      await server.close()
      await emulator.close()
      await database.drop()
      await rm(dataDirectory, { recursive: true })
    },
  }
}

async function ask(url: string, { method = 'GET', body, headers = {} }: Init) {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test reads it compares
  const json: any = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null
  return { status: response.status, headers: response.headers, text, body: json }
}

export type Journey = Awaited<ReturnType<typeof startJourney>>
