import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulator } from '../../emulator/start-emulator.ts'
import { askJson, startProgram, type Program } from '../helpers/start-program'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

let database: TestDatabase
let emulator: Awaited<ReturnType<typeof startEmulator>>
let program: Program
let ourNumber: string

const control = (path: string, method = 'GET', body?: object) =>
  askJson(`${emulator.url}/emulator${path}`, method, body)
const advance = (advanceMs: number) => control('/clock', 'POST', { advanceMs })

beforeAll(async () => {
  database = await createTestDatabase()
  emulator = await startEmulator({ port: 0, clock: { mode: 'virtual', now: Date.parse('2026-03-02T15:00:00.000Z') } })
  ourNumber = emulator.phoneNumbers[0] ?? ''
  program = await startProgram({ databaseUrl: database.url, twilio: emulator })
  await program.api('/numbers/sync', 'POST')
  await program.api(`/numbers/${(await numberOf(ourNumber)).id}/repair`, 'POST')
})
afterAll(async () => {
  await program.kill()
  await emulator.close()
  await database.drop()
})

async function numberOf(phoneNumber: string) {
  const { items } = await program.api('/numbers')
  return items.find((one: { phoneNumber: string }) => one.phoneNumber === phoneNumber)
}

test('a caller in a flow whose process is killed between two steps goes on with the next one', async () => {
  const flow = await program.api('/ivr/flows', 'POST', {
    name: 'Survives',
    definition: {
      initial_state: 'ask',
      states: [
        {
          name: 'ask',
          type: 'gather-input-on-call',
          properties: { say: 'Press a key.', timeout: 60 },
          transitions: [
            { event: 'keypress', next: 'set' },
            { event: 'timeout', next: 'ask' },
          ],
        },
        {
          name: 'set',
          type: 'set-variables',
          properties: { variables: [{ key: 'first', value: '{{widgets.ask.Digits}}' }] },
          transitions: [{ event: 'next', next: 'again' }],
        },
        {
          name: 'again',
          type: 'gather-input-on-call',
          properties: { say: 'And another.', timeout: 60 },
          transitions: [
            { event: 'keypress', next: 'bye' },
            { event: 'timeout', next: 'bye' },
          ],
        },
        {
          name: 'bye',
          type: 'say-play',
          properties: { say: 'You pressed {{flow.variables.first}} and {{widgets.again.Digits}}.' },
        },
      ],
    },
  })
  expect(await program.api(`/ivr/flows/${flow.id}/publish`, 'POST', { message: '', revision: 0 })).toMatchObject({
    publishedVersion: 1,
  })
  const number = await numberOf(ourNumber)
  await program.api(`/numbers/${number.id}`, 'PATCH', { answer: { flowId: flow.id } })

  await control('/phones', 'POST', { phoneNumber: '+12125553900' })
  const { callSid } = await control(`/phones/${encodeURIComponent('+12125553900')}/calls`, 'POST', { to: ourNumber })
  const press = async (digits: string) => {
    await advance(5_000)
    await control(`/calls/${callSid}/digits`, 'POST', { digits })
  }
  await program.kill()
  await program.start()
  await press('4#')
  await advance(2_000)
  await program.kill()
  await program.start()
  await press('2#')
  await advance(10_000)
  const { heard, status } = await control(`/calls/${callSid}`)
  expect(heard.flatMap(({ text }: { text?: string }) => text ?? [])).toEqual([
    'Press a key.',
    'And another.',
    'You pressed 4 and 2.',
  ])
  expect(status).toBe('completed')
})

test('a caller for whom several ring when the process is killed leaves a message with the next one', async () => {
  const number = await numberOf(ourNumber)
  const rung = ['+12125553902', '+12125553903']
  const targets = rung.map((phoneNumber) => ({ phoneNumber }))
  await program.api(`/numbers/${number.id}`, 'PATCH', {
    answer: { flowId: null, ring: { order: 'together', targets } },
  })
  for (const phoneNumber of ['+12125553901', ...rung]) await control('/phones', 'POST', { phoneNumber })
  const { callSid } = await control(`/phones/${encodeURIComponent('+12125553901')}/calls`, 'POST', { to: ourNumber })
  const legOf = async (phone: string) => (await control(`/phones/${encodeURIComponent(phone)}/calls`))[0]
  const eventually = (check: () => Promise<unknown>, wanted: unknown) =>
    expect
      .poll(
        async () => {
          await advance(1_000)
          return check()
        },
        { timeout: 10_000 },
      )
      .toEqual(wanted)
  await eventually(
    async () => Promise.all(rung.map(async (phone) => (await legOf(phone))?.status)),
    ['ringing', 'ringing'],
  )

  await program.kill()
  // They ring until nobody answers, and nobody hears of it.
  await advance(60_000)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`update twilio_conferences set rings_until = now() - interval '1 second'`)
  await client.end()
  expect((await control(`/calls/${callSid}`)).status).toBe('in-progress')
  await program.start()
  await eventually(async () => (await control(`/calls/${callSid}`)).waitingFor, 'record')
})
