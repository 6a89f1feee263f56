import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reconcileUnknownMessages } from '@/lib/services/messages/reconcile-unknown-messages'
import { pruneExpired } from '@/lib/services/retention/prune-expired'
import { createTwilioPort } from '@/lib/twilio/create-twilio-port'
import type { TwilioPort } from '@/lib/twilio/port'
import { createLog } from '@/lib/utils/log'
import { startServer } from '@/start-server'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let handsets = 0
let dora: string

beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey.close())

beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  dora = `+1415555${String(6000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: dora } })
})

const send = (key: string, body: object = { to: dora, body: 'Once' }, path = '/messages') =>
  journey.api(path, { method: 'POST', body, headers: { 'Idempotency-Key': key } })
const received = async () => (await journey.textsOf(dora)).map((text: { body: string }) => text.body)

const twice = async (path: string, body: object) => {
  const key = randomUUID()
  const answers = [await send(key, body, path), await send(key, body, path)]
  expect(answers.map((answer) => answer.status)).toEqual([201, 201])
  expect(answers[0]?.body).toEqual(answers[1]?.body)
}

describe('Idempotency-Key', () => {
  test('sent twenty times at once: one text, twenty equal answers', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(key)))
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 201))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    expect(answers.filter((answer) => answer.headers.get('idempotent-replay') === 'true')).toHaveLength(19)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Once'])
  })

  test('again later gives the same answer, whatever has become of the text', async () => {
    const key = randomUUID()
    const first = await send(key)
    await journey.advance(60_000)
    expect((await send(key)).body).toEqual(first.body)
    expect(await received()).toEqual(['Once'])
  })

  test('with another request is a conflict', async () => {
    const key = randomUUID()
    await send(key)
    expect(await send(key, { to: dora, body: 'Something else' })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    })
    expect(await send(key, { to: dora }, '/calls')).toMatchObject({ status: 409 })
    await journey.advance(5_000)
    expect(await received()).toEqual(['Once'])
  })

  test('keeps a refusal, and is not used up by a request that is not valid', async () => {
    const key = randomUUID()
    expect((await send(key, { to: 'nobody', body: 'x' })).status).toBe(400)
    await journey.faults({
      on: 'request',
      method: 'POST',
      path: '/Messages',
      action: 'fail',
      status: 400,
      code: 21610,
      times: 1,
    })
    const refused = await send(key)
    expect(refused).toMatchObject({ status: 502, body: { error: { twilioCode: 21610 } } })
    expect((await send(key)).text).toBe(refused.text)
  })

  test('makes one contact, one opt-out and one call', async () => {
    const contact = { phoneNumber: dora, name: 'Dora' }
    await twice('/contacts', contact)
    await twice('/sms/opt-outs', { phoneNumber: dora })
    await twice('/calls', { to: dora })
    const [counts] = await journey.rows(
      `select (select count(*)::int from contacts where phone_number = $1) as contacts,
              (select count(*)::int from twilio_opt_outs where phone_number = $1) as opt_outs,
              (select count(*)::int from twilio_call_logs where to_number = $1) as calls`,
      [dora],
    )
    expect(counts).toEqual({ contacts: 1, opt_outs: 1, calls: 1 })
  })

  test('is forgotten after a day', async () => {
    const key = randomUUID()
    const first = await send(key)
    await journey.advance(25 * 60 * 60_000)
    await pruneExpired(journey.server.installation)
    expect(await journey.rows('select from idempotency_keys where key = $1', [key])).toEqual([])
    expect((await send(key)).body.id).not.toBe(first.body.id)
  })

  test('too long to be one is refused', async () => {
    expect((await send('k'.repeat(256))).status).toBe(400)
  })
})

/** A second instance on the same database whose requests to Twilio never return: as good as killed. */
async function dyingInstance(sendMessage: (port: TwilioPort) => TwilioPort['sendMessage']) {
  const { config } = journey.server.installation
  const port = createTwilioPort(config)
  const reached = Promise.withResolvers<undefined>()
  const server = await startServer(
    { ...config, port: 0 },
    {
      clock: journey.clock,
      log: createLog('silent'),
      twilio: {
        ...port,
        sendMessage: async (request) => {
          await sendMessage(port)(request)
          reached.resolve(undefined)
          return new Promise(() => undefined)
        },
      },
    },
  )
  return {
    async askAndDie(key: string) {
      const controller = new AbortController()
      const asked = fetch(`${server.url}/api/twilio/messages`, {
        method: 'POST',
        body: JSON.stringify({ to: dora, body: 'Once' }),
        headers: {
          Authorization: 'Bearer admin-key-of-the-tests',
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        signal: controller.signal,
      }).catch(() => undefined)
      await reached.promise
      controller.abort()
      await asked
    },
    close: () => server.close(),
  }
}

const reconcile = () =>
  reconcileUnknownMessages({
    ...journey.server.installation,
    actor: { type: 'job', task: 'test' },
    requestId: 'test',
  })

describe('a process that dies between the claim and the answer', () => {
  test('after Twilio took the text: the same key elsewhere sends nothing more and says what became of it', async () => {
    const instance = await dyingInstance((port) => (request) => port.sendMessage(request))
    const key = randomUUID()
    await instance.askAndDie(key)
    await journey.advance(130_000)
    const again = await send(key)
    expect([201, 202]).toContain(again.status)
    await reconcile()
    expect(await received()).toEqual(['Once'])
    const list = await journey.api(`/messages?phoneNumber=${encodeURIComponent(dora)}`)
    expect(list.body.items).toMatchObject([
      { id: again.body.id, status: 'delivered', messageSid: expect.stringMatching(/^SM/) },
    ])
    await instance.close()
  })

  test('before Twilio heard of it: it is pending, then unknown, then known not to have arrived, and sent by nobody meanwhile', async () => {
    const instance = await dyingInstance(() => async () => ({}) as never)
    const key = randomUUID()
    await instance.askAndDie(key)
    await journey.advance(130_000)
    expect(await send(key)).toMatchObject({ status: 202, body: { status: 'pending' } })
    await reconcile()
    const status = async () =>
      (await journey.rows('select status from twilio_messages where to_number = $1', [dora])).map((row) => row.status)
    expect(await status()).toEqual(['unknown'])
    await journey.advance(16 * 60_000)
    await reconcile()
    expect(await status()).toEqual(['failed'])
    expect(await received()).toEqual([])
    await instance.close()
  })
})
