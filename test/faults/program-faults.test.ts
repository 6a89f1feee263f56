import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildTargets } from '../../launcher/build/build-targets.js'
import { targets } from '../../launcher/build/targets.js'
import { findFreePort } from '../../launcher/find-free-port.js'
import { root } from '../../launcher/root.js'
import { startDatabaseProxy } from '../helpers/start-database-proxy'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

let database: TestDatabase
let wire: Awaited<ReturnType<typeof startDatabaseProxy>>
let program: ChildProcess
let twilio: Server
let url: string
/** Resolves when a job asks Twilio for the numbers; answers it when called. */
const asked = Promise.withResolvers<() => void>()

beforeAll(async () => {
  await buildTargets(
    root,
    targets.filter((target) => target.name === 'the server'),
  )
  database = await createTestDatabase()
  wire = await startDatabaseProxy(database.url)
  twilio = createServer((request, answer) => {
    const reply = () =>
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"incoming_phone_numbers":[]}')
    if (request.url?.includes('IncomingPhoneNumbers')) asked.resolve(reply)
    else answer.writeHead(200, { 'content-type': 'application/json' }).end('{"messages":[],"calls":[],"recordings":[]}')
  })
  await new Promise<void>((listening) => twilio.listen(0, '127.0.0.1', listening))
  const port = await findFreePort()
  url = `http://127.0.0.1:${port}`
  program = fork(join(root, 'dist/server/server.js'), {
    execArgv: ['--enable-source-maps'],
    stdio: 'ignore',
    env: {
      NODE_ENV: 'test',
      PORT: String(port),
      DATABASE_URL: wire.url,
      TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
      TWILIO_PHONE_NUMBER: '+14155550100',
      TWILIO_API_BASE_URL: `http://127.0.0.1:${(twilio.address() as AddressInfo).port}`,
      EVA_SECRET: 'a secret of the tests, long enough',
      LOG_LEVEL: 'silent',
    },
  })
  await once(program, 'message')
})
afterAll(async () => {
  program.kill('SIGKILL')
  await new Promise((closed) => twilio.close(closed))
  await wire.close()
  await database.drop()
})

const status = async (path: string) => (await fetch(url + path)).status
const soon = { timeout: 20_000, interval: 100 }

test('the program outlives a database that goes away in the middle of a job, works on when it is back, and stops when asked', async () => {
  const answer = await asked.promise
  wire.cut()
  answer()
  await expect.poll(() => status('/readyz'), soon).toBe(503)
  expect(await status('/healthz')).toBe(200)
  wire.mend()
  await expect.poll(() => status('/readyz'), soon).toBe(200)
  expect(program.exitCode).toBeNull()

  // Jobs run again: what is due now is done.
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`select graphile_worker.add_job('prune', '{}'::json, job_key := 'after-the-outage')`)
  await vi.waitFor(async () => {
    const { rowCount } = await client.query(`select from graphile_worker.jobs where key = 'after-the-outage'`)
    expect(rowCount).toBe(0)
  }, soon)
  await client.end()
  program.kill('SIGTERM')
  const [code] = await once(program, 'exit')
  expect(code).toBe(0)
})
