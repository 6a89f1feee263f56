import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulator } from '../../emulator/start-emulator.ts'
import { askJson, startProgram, type Program } from '../helpers/start-program'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

const people = Array.from({ length: 40 }, (_, index) => `+1415555${8000 + index}`)
const soon = { timeout: 30_000, interval: 20 }

let database: TestDatabase
let client: pg.Client
let emulator: Awaited<ReturnType<typeof startEmulator>>
let program: Program

/** Who got a text, as often as they got one. */
async function recipients(): Promise<string[]> {
  const authorization = `Basic ${Buffer.from(`${emulator.accountSid}:${emulator.authToken}`).toString('base64')}`
  const url = `${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/Messages.json?PageSize=1000`
  const listed = await askJson(url, 'GET', undefined, { Authorization: authorization })
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
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  emulator = await startEmulator({ port: 0 })
  program = await startProgram({ databaseUrl: database.url, twilio: emulator })
})
afterAll(async () => {
  await program.kill()
  await emulator.close()
  await client.end()
  await database.drop()
})

test('texts for later outlive a process that is killed again and again while it sends them: each person gets one', async () => {
  const { version, rules } = await program.api('/permission/rules')
  const day = { from: '00:00', to: '24:00' }
  const hours = { weekday: day, saturday: day, sunday: day }
  const put = await program.api('/permission/rules', 'PUT', {
    basedOn: version,
    rules: { ...rules, hours, places: [] },
  })
  expect(put).not.toHaveProperty('error')
  const sendAt = new Date(Date.now() + 3_600_000).toISOString()
  for (const to of people) {
    expect(await program.api('/messages', 'POST', { to, body: `For ${to}`, sendAt })).toHaveProperty('heldUntil')
  }
  await client.query('update scheduled_messages set send_at = send_at - $1::interval', ['1 hour'])

  const random = randomFrom(20_260_302)
  for (let death = 1; death <= 4; death += 1) {
    // Every other time Twilio never hears of the first one: it dies written down and unsent.
    const fault = { on: 'request', method: 'POST', path: '/Messages', action: 'timeout', times: 1 }
    if (death % 2 === 0) await askJson(`${emulator.url}/emulator/faults`, 'POST', { rules: [fault] })
    await client.query(`select graphile_worker.add_job('send-scheduled', '{}'::json)`)
    const before = await written()
    await expect.poll(written, { ...soon, interval: 2 }).toBeGreaterThan(before)
    await setTimeout(random() * 40)
    await program.kill()
    await fetch(`${emulator.url}/emulator/faults`, { method: 'DELETE' })
    // The worker that died holds its jobs for hours; the minute's round would come by itself.
    await client.query(
      'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))',
    )
    await program.start()
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
