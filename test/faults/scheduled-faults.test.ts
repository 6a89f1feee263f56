import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulator } from '../../emulator/start-emulator.ts'
import { buildTargets } from '../../launcher/build/build-targets.js'
import { targets } from '../../launcher/build/targets.js'
import { findFreePort } from '../../launcher/find-free-port.js'
import { root } from '../../launcher/root.js'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

const people = Array.from({ length: 40 }, (_, index) => `+1415555${8000 + index}`)
const soon = { timeout: 30_000, interval: 20 }

let database: TestDatabase
let client: pg.Client
let emulator: Awaited<ReturnType<typeof startEmulator>>
let program: ChildProcess
let port: number

const ask = async (url: string, method = 'GET', body?: object, headers: Record<string, string> = {}) => {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  return response.json()
}
const api = (path: string, method = 'GET', body?: object) =>
  ask(`http://127.0.0.1:${port}/api/twilio${path}`, method, body, { Authorization: 'Bearer admin-key-of-the-tests' })

/** The program as it is shipped, in a process of its own. */
async function start() {
  program = fork(join(root, 'dist/server/server.js'), {
    stdio: 'ignore',
    env: {
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: database.url,
      TWILIO_ACCOUNT_SID: emulator.accountSid,
      TWILIO_AUTH_TOKEN: emulator.authToken,
      TWILIO_PHONE_NUMBER: emulator.phoneNumbers[0],
      TWILIO_API_BASE_URL: emulator.url,
      EVA_SECRET: 'a secret of the tests, long enough',
      EVA_API_KEY: 'admin-key-of-the-tests',
      LOG_LEVEL: 'silent',
    },
  })
  await once(program, 'message')
}

async function kill() {
  program.kill('SIGKILL')
  await once(program, 'exit')
}

/** Who got a text, as often as they got one. */
async function recipients(): Promise<string[]> {
  const authorization = `Basic ${Buffer.from(`${emulator.accountSid}:${emulator.authToken}`).toString('base64')}`
  const url = `${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/Messages.json?PageSize=1000`
  const listed = await ask(url, 'GET', undefined, { Authorization: authorization })
  return listed.messages.map((message: { to: string }) => message.to)
}
const count = async (where: string) =>
  (await client.query(`select from scheduled_messages where ${where}`)).rowCount ?? 0
const open = `status in ('scheduled', 'held', 'sending')`

const written = async () => (await client.query('select from twilio_messages')).rowCount ?? 0

/** What minutes of waiting would bring: claims of the dead lapse, their texts grow old, what waits is due. */
async function passMinutes(minutes: number) {
  const age = `interval '${minutes} minutes'`
  await client.query(`update scheduled_messages set claimed_until = claimed_until - ${age} where status = 'sending'`)
  await client.query(`update scheduled_messages set send_at = send_at - ${age} where ${open}`)
  await client.query(`update twilio_messages set created_at = created_at - ${age} where unsettled`)
}
/** Has a round of this job run to its end. */
async function round(task: string) {
  await client.query(`select graphile_worker.add_job($1, '{}'::json, job_key := 'a-round')`, [task])
  await expect
    .poll(async () => (await client.query(`select from graphile_worker.jobs where key = 'a-round'`)).rowCount, soon)
    .toBe(0)
}

/** Small, fast, good enough to choose moments; the same seed, the same moments. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

beforeAll(async () => {
  await buildTargets(
    root,
    targets.filter((target) => target.name === 'the server'),
  )
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  emulator = await startEmulator({ port: 0 })
  port = await findFreePort()
  await start()
})
afterAll(async () => {
  program.kill('SIGKILL')
  await emulator.close()
  await client.end()
  await database.drop()
})

test('texts for later outlive a process that is killed again and again while it sends them: each person gets one', async () => {
  const { version, rules } = await api('/permission/rules')
  const day = { from: '00:00', to: '24:00' }
  const hours = { weekday: day, saturday: day, sunday: day }
  const put = await api('/permission/rules', 'PUT', { basedOn: version, rules: { ...rules, hours, places: [] } })
  expect(put).not.toHaveProperty('error')
  const sendAt = new Date(Date.now() + 3_600_000).toISOString()
  for (const to of people) {
    expect(await api('/messages', 'POST', { to, body: `For ${to}`, sendAt })).toHaveProperty('heldUntil')
  }
  await client.query('update scheduled_messages set send_at = send_at - $1::interval', ['1 hour'])

  const random = randomFrom(20_260_302)
  for (let death = 1; death <= 4; death += 1) {
    // Every other time Twilio never hears of the first one: it dies written down and unsent.
    const fault = { on: 'request', method: 'POST', path: '/Messages', action: 'timeout', times: 1 }
    if (death % 2 === 0) await ask(`${emulator.url}/emulator/faults`, 'POST', { rules: [fault] })
    await client.query(`select graphile_worker.add_job('send-scheduled', '{}'::json)`)
    const before = await written()
    await expect.poll(written, { ...soon, interval: 2 }).toBeGreaterThan(before)
    await setTimeout(random() * 40)
    await kill()
    await fetch(`${emulator.url}/emulator/faults`, { method: 'DELETE' })
    // The worker that died holds its jobs for hours; the minute's round would come by itself.
    await client.query(
      'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))',
    )
    await start()
  }
  // Otherwise the deaths came too late to show anything.
  expect((await recipients()).length).toBeLessThan((await written()) - 1)

  // What Twilio's list has is found there after two minutes; what it has not never arrived, after fifteen, and is sent again.
  for (const minutes of [2.1, 15, 2.1, 2.1]) {
    await round('send-scheduled')
    await passMinutes(minutes)
    await round('reconcile-unknown-sends')
  }
  await round('send-scheduled')
  await expect.poll(() => count(open), soon).toBe(0)

  expect((await recipients()).toSorted()).toEqual(people)
  expect(await count(`status = 'sent'`)).toBe(people.length)
  expect((await client.query(`select from failed_operations where settled_at is null`)).rowCount).toBe(0)
}, 180_000)
