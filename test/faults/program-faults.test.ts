import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startDatabaseProxy } from '../helpers/start-database-proxy'
import { startProgram, type Program } from '../helpers/start-program'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

let database: TestDatabase
let wire: Awaited<ReturnType<typeof startDatabaseProxy>>
let program: Program
let twilio: Server
/** Resolves when a job asks Twilio for the numbers; answers it when called. */
const asked = Promise.withResolvers<() => void>()

beforeAll(async () => {
  database = await createTestDatabase()
  wire = await startDatabaseProxy(database.url)
  twilio = createServer((request, answer) => {
    const reply = () =>
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"incoming_phone_numbers":[]}')
    if (request.url?.includes('IncomingPhoneNumbers')) asked.resolve(reply)
    else answer.writeHead(200, { 'content-type': 'application/json' }).end('{"messages":[],"calls":[],"recordings":[]}')
  })
  await new Promise<void>((listening) => twilio.listen(0, '127.0.0.1', listening))
  program = await startProgram({
    databaseUrl: wire.url,
    twilio: {
      accountSid: `AC${'a'.repeat(32)}`,
      authToken: '0123456789abcdef0123456789abcdef',
      phoneNumbers: ['+14155550100'],
      url: `http://127.0.0.1:${(twilio.address() as AddressInfo).port}`,
    },
  })
})
afterAll(async () => {
  await program.kill()
  await new Promise((closed) => twilio.close(closed))
  await wire.close()
  await database.drop()
})

const status = async (path: string) => (await fetch(program.url + path)).status
const soon = { timeout: 20_000, interval: 100 }

test('the program outlives a database that goes away in the middle of a job, works on when it is back, and stops when asked', async () => {
  const answer = await asked.promise
  wire.cut()
  answer()
  await expect.poll(() => status('/readyz'), soon).toBe(503)
  expect(await status('/healthz')).toBe(200)
  wire.mend()
  await expect.poll(() => status('/readyz'), soon).toBe(200)
  expect(program.isRunning()).toBe(true)

  // Jobs run again: what is due now is done.
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`select graphile_worker.add_job('prune', '{}'::json, job_key := 'after-the-outage')`)
  await vi.waitFor(async () => {
    const { rowCount } = await client.query(`select from graphile_worker.jobs where key = 'after-the-outage'`)
    expect(rowCount).toBe(0)
  }, soon)
  await client.end()
  expect(await program.stop()).toBe(0)
})
