import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulator } from '../../emulator/start-emulator.ts'
import { buildTargets } from '../../launcher/build/build-targets.js'
import { targets } from '../../launcher/build/targets.js'
import { findFreePort } from '../../launcher/find-free-port.js'
import { root } from '../../launcher/root.js'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

let database: TestDatabase
let emulator: Awaited<ReturnType<typeof startEmulator>>
let program: ChildProcess
let port: number
let ourNumber: string

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
const control = (path: string, method = 'GET', body?: object) => ask(`${emulator.url}/emulator${path}`, method, body)
const advance = (advanceMs: number) => control('/clock', 'POST', { advanceMs })

/** The program as it is shipped, in a process of its own. */
async function start() {
  program = fork(join(root, 'dist/server/server.js'), {
    execArgv: ['--enable-source-maps'],
    stdio: 'ignore',
    env: {
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: database.url,
      TWILIO_ACCOUNT_SID: emulator.accountSid,
      TWILIO_AUTH_TOKEN: emulator.authToken,
      TWILIO_PHONE_NUMBER: ourNumber,
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

beforeAll(async () => {
  await buildTargets(
    root,
    targets.filter((target) => target.name === 'the server'),
  )
  database = await createTestDatabase()
  emulator = await startEmulator({ port: 0, clock: { mode: 'virtual', now: Date.parse('2026-03-02T15:00:00.000Z') } })
  ourNumber = emulator.phoneNumbers[0] ?? ''
  port = await findFreePort()
  await start()
  const account = `${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/IncomingPhoneNumbers`
  const authorization = `Basic ${Buffer.from(`${emulator.accountSid}:${emulator.authToken}`).toString('base64')}`
  const listed = await ask(`${account}.json?PhoneNumber=${encodeURIComponent(ourNumber)}`, 'GET', undefined, {
    Authorization: authorization,
  })
  await fetch(`${account}/${listed.incoming_phone_numbers[0].sid}.json`, {
    method: 'POST',
    headers: { Authorization: authorization },
    body: new URLSearchParams({ VoiceUrl: `http://127.0.0.1:${port}/api/twilio/webhooks/voice` }),
  })
})
afterAll(async () => {
  program.kill('SIGKILL')
  await emulator.close()
  await database.drop()
})

test('a caller in a flow whose process is killed between two steps goes on with the next one', async () => {
  const flow = await api('/ivr/flows', 'POST', {
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
  expect(await api(`/ivr/flows/${flow.id}/publish`, 'POST', { message: '', revision: 0 })).toMatchObject({
    publishedVersion: 1,
  })
  const { items } = await api('/numbers')
  const number = items.find(({ phoneNumber }: { phoneNumber: string }) => phoneNumber === ourNumber)
  await api(`/numbers/${number.id}`, 'PATCH', { answer: { flowId: flow.id } })

  await control('/phones', 'POST', { phoneNumber: '+12125553900' })
  const { callSid } = await control(`/phones/${encodeURIComponent('+12125553900')}/calls`, 'POST', { to: ourNumber })
  const press = async (digits: string) => {
    await advance(5_000)
    await control(`/calls/${callSid}/digits`, 'POST', { digits })
  }
  await kill()
  await start()
  await press('4#')
  await advance(2_000)
  await kill()
  await start()
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
  const { items } = await api('/numbers')
  const number = items.find(({ phoneNumber }: { phoneNumber: string }) => phoneNumber === ourNumber)
  const rung = ['+12125553902', '+12125553903']
  const targets = rung.map((phoneNumber) => ({ phoneNumber }))
  await api(`/numbers/${number.id}`, 'PATCH', { answer: { flowId: null, ring: { order: 'together', targets } } })
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

  await kill()
  // They ring until nobody answers, and nobody hears of it.
  await advance(60_000)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`update twilio_conferences set rings_until = now() - interval '1 second'`)
  await client.end()
  expect((await control(`/calls/${callSid}`)).status).toBe('in-progress')
  await start()
  await eventually(async () => (await control(`/calls/${callSid}`)).waitingFor, 'record')
})
