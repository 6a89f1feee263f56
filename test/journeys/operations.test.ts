import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Context } from '@/lib/context'
import { tasks } from '@/lib/jobs/tasks'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { createLog } from '@/lib/utils/log'
import { startServer } from '@/start-server'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let ctx: Context
let handsets = 0
let gina: string

beforeAll(async () => {
  // Far ahead of the database's own clock, so that a pause ends when a test says so.
  journey = await startJourney({
    role: 'all',
    emulator: { clock: { mode: 'virtual', now: Date.parse('2060-03-02T15:00:00.000Z') } },
  })
  ctx = { ...journey.server.installation, actor: { type: 'system' }, requestId: 'test' }
})
afterAll(() => journey.close())

beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  gina = `+1415555${String(5000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: gina } })
})

const text = (body = 'Hello') => ({
  kind: 'message.send' as const,
  subject: `subject-${gina}`,
  reason: 'Twilio could not be reached.',
  payload: { to: gina, from: journey.ourNumber, body, mediaUrls: [] },
})
const settle = (id: string, how: 'retry' | 'dismiss') => journey.api(`/operations/${id}/${how}`, { method: 'POST' })
const find = async (id: string) =>
  (await journey.api('/operations?limit=200')).body.items.find((item: { id: string }) => item.id === id)
const received = async () => (await journey.textsOf(gina)).map((entry: { body: string }) => entry.body)

const down = () =>
  journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 429, code: 20429 })
const up = () => journey.control('/faults', { method: 'DELETE' })
const ask = (key?: string) =>
  journey.api('/messages', {
    method: 'POST',
    body: { to: gina, body: 'Only once' },
    headers: key === undefined ? {} : { 'Idempotency-Key': key },
  })
const operationsOfGina = async () =>
  journey.rows(`select id, status from failed_operations where payload ->> 'to' = $1 order by created_at`, [gina])
const pauseIsOver = (operationId: string) => tasks['retry-operation'](ctx, { operationId })
const scheduled = async (id: string) =>
  (await journey.rows('select run_at from graphile_worker.jobs where key = $1', [`operation:${id}`])).map((job) =>
    job.run_at.toISOString(),
  )
const inMinutes = (minutes: number) => new Date(journey.clock.now().getTime() + minutes * 60_000).toISOString()

describe('a failed operation', () => {
  test('whose retry reached Twilio but could not be written down is not sent a second time', async () => {
    const id = await recordFailedOperation(ctx, text('Only once'))
    await journey.rows(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    )
    await journey.rows(`create trigger refuse before update on twilio_messages for each row execute function refuse()`)
    expect((await settle(id, 'retry')).status).toBe(500)
    await journey.rows('drop trigger refuse on twilio_messages')

    expect((await settle(id, 'retry')).status).toBe(200)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Only once'])
  })

  test('is listed, counted in the overview, tried again once even when asked ten times at once, and settled', async () => {
    const id = await recordFailedOperation(ctx, text())
    expect(await find(id)).toMatchObject({ kind: 'message.send', status: 'failed', attempts: 1, settledAt: null })
    expect((await journey.api('/overview')).body.failedOperations).toBeGreaterThanOrEqual(1)

    const answers = await Promise.all(Array.from({ length: 10 }, () => settle(id, 'retry')))
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ])
    await journey.advance(5_000)
    expect(await received()).toEqual(['Hello'])
    expect(await find(id)).toMatchObject({ status: 'succeeded', settledBy: 'api-key:environment' })
    expect(
      await journey.rows(
        `select type, data ->> 'outcome' as outcome from twilio_events where data ->> 'operationId' = $1 order by id`,
        [id],
      ),
    ).toEqual([
      { type: 'operation.failed', outcome: null },
      { type: 'operation.settled', outcome: 'retried' },
    ])
  })

  test('asks for permission again: who opted out meanwhile is not texted', async () => {
    const id = await recordFailedOperation(ctx, text())
    await journey.api('/sms/opt-outs', { method: 'POST', body: { phoneNumber: gina } })
    expect(await settle(id, 'retry')).toMatchObject({ status: 422, body: { error: { code: 'opted_out' } } })
    expect(await find(id)).toMatchObject({ status: 'failed', attempts: 2, reason: expect.stringMatching(/opted out/) })
    await journey.advance(5_000)
    expect(await received()).toEqual([])
  })

  test('that fails again is kept as one, with its newest reason', async () => {
    const id = await recordFailedOperation(ctx, text())
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 429, code: 20429 })
    expect((await settle(id, 'retry')).status).toBe(502)
    const { body } = await journey.api('/operations?open=true&limit=200')
    const open = body.items.filter((item: { subject: string }) => item.subject === `subject-${gina}`)
    expect(open).toMatchObject([
      { id, status: 'failed', attempts: 2, reason: expect.stringMatching(/too many requests/) },
    ])
    await journey.control('/faults', { method: 'DELETE' })
    expect((await settle(id, 'retry')).status).toBe(200)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Hello'])
  })

  test('whose retry died half way goes on under the same id: one text', async () => {
    // The first retry got as far as Twilio and died there: its text is written and sent, the operation is still being retried.
    const sent = await journey.api('/messages', { method: 'POST', body: { to: gina, body: 'Hello' } })
    const id = await recordFailedOperation(ctx, text())
    await journey.rows(
      `update failed_operations set status = 'retrying', updated_at = $2, payload = payload || jsonb_build_object('retryId', $3::text) where id = $1`,
      [id, journey.clock.now(), sent.body.id],
    )
    expect((await settle(id, 'retry')).status).toBe(409)
    await journey.advance(130_000)
    expect((await settle(id, 'retry')).status).toBe(200)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Hello'])
  })

  test('is dismissed by somebody, once', async () => {
    const id = await recordFailedOperation(ctx, text())
    expect(await settle(id, 'dismiss')).toMatchObject({ status: 200, body: { status: 'dismissed' } })
    expect((await settle(id, 'dismiss')).status).toBe(409)
    expect((await settle(id, 'retry')).status).toBe(409)
    expect((await settle('00000000-0000-7000-8000-000000000000', 'retry')).status).toBe(404)
    expect(await journey.rows('select action from audit_log where subject = $1', [id])).toEqual([
      { action: 'operation.dismiss' },
    ])
  })
})

describe('Twilio out of reach', () => {
  test('a text is tried four times, answered with 502, kept, and sent when somebody retries it', async () => {
    const { config } = journey.server.installation
    const cut = await startServer(
      { ...config, port: 0, role: 'web', twilio: { ...config.twilio, apiBaseUrl: 'http://127.0.0.1:1' } },
      { clock: journey.clock, log: createLog('silent') },
    )
    const answer = await fetch(`${cut.url}/api/twilio/messages`, {
      method: 'POST',
      body: JSON.stringify({ to: gina, body: 'Hello' }),
      headers: { Authorization: 'Bearer admin-key-of-the-tests', 'Content-Type': 'application/json' },
    })
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({
      error: {
        message: expect.stringMatching(/could not be reached, so nothing was sent/),
        details: { outcome: 'unprocessed' },
      },
    })
    await cut.close()
    const [message] = (await journey.api(`/messages?phoneNumber=${encodeURIComponent(gina)}`)).body.items
    expect(message).toMatchObject({
      status: 'failed',
      errorMessage: 'This text never reached Twilio. You can send it again.',
    })
    const { body } = await journey.api('/operations?open=true&limit=200')
    const operation = body.items.find((item: { subject: string }) => item.subject === message.id)
    expect((await settle(operation.id, 'retry')).status).toBe(200)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Hello'])
  })
})

describe('what failed before Twilio heard of it', () => {
  test('is tried again by itself with growing pauses, shown meanwhile, until it goes out, once', async () => {
    await down()
    await ask()
    const [{ id }] = await operationsOfGina()
    expect(await find(id)).toMatchObject({ status: 'failed', attempts: 1, retryAt: inMinutes(1) })
    expect(await scheduled(id)).toEqual([inMinutes(1)])
    await pauseIsOver(id)
    expect(await find(id)).toMatchObject({ status: 'failed', attempts: 2, retryAt: inMinutes(5) })
    expect(await scheduled(id)).toEqual([inMinutes(5)])
    await up()
    await pauseIsOver(id)
    await pauseIsOver(id)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Only once'])
    expect(await find(id)).toMatchObject({ status: 'succeeded', settledBy: 'system', retryAt: null })
  })

  test('is one text in its thread, however often it is tried: its last attempt, and how many there were', async () => {
    await down()
    expect((await ask()).status).toBe(502)
    const [{ id }] = await operationsOfGina()
    const shown = async () => (await journey.api(`/messages?phoneNumber=${encodeURIComponent(gina)}`)).body.items
    const [first] = await shown()
    expect(first).toMatchObject({ status: 'failed' })
    expect(first.attempts).toBeUndefined()
    await pauseIsOver(id)
    await pauseIsOver(id)
    expect(await shown()).toMatchObject([{ status: 'failed', attempts: 3, sentBy: first.sentBy }])
    await up()
    expect((await settle(id, 'retry')).status).toBe(200)
    await journey.advance(5_000)
    const [last, ...others] = await shown()
    expect(others).toEqual([])
    expect(last).toMatchObject({ status: 'delivered', attempts: 4, sentBy: first.sentBy })
    const { body: timeline } = await journey.api(`/messages/conversations/${last.conversationId}/timeline`)
    expect(timeline.items.map((item: { kind: string; message?: { id: string } }) => item.message?.id)).toEqual([
      last.id,
    ])
    const told = await journey.rows(
      `select data ->> 'replaces' as replaces, data -> 'message' ->> 'id' as id from twilio_events
        where type = 'message.created' and data -> 'message' ->> 'to' = $1 order by twilio_events.id`,
      [gina],
    )
    expect(told.map((event) => event.replaces)).toEqual([null, ...told.slice(0, 3).map((event) => event.id)])
    expect(await received()).toEqual(['Only once'])
  })

  test('asks for permission each time: an opt-out ends it', async () => {
    await down()
    await ask()
    const [{ id }] = await operationsOfGina()
    await up()
    await journey.api('/sms/opt-outs', { method: 'POST', body: { phoneNumber: gina } })
    await pauseIsOver(id)
    expect(await find(id)).toMatchObject({
      status: 'failed',
      retryAt: null,
      reason: expect.stringMatching(/opted out/),
    })
    await journey.advance(5_000)
    expect(await received()).toEqual([])
  })

  test('is left alone once dismissed', async () => {
    await down()
    await ask()
    const [{ id }] = await operationsOfGina()
    await up()
    await settle(id, 'dismiss')
    await pauseIsOver(id)
    await journey.advance(5_000)
    expect(await received()).toEqual([])
  })

  test('may be a call: it rings when its pause is over', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Calls', action: 'fail', status: 429, code: 20429 })
    expect((await journey.api('/calls', { method: 'POST', body: { to: gina } })).status).toBe(502)
    const [{ id }] = await operationsOfGina()
    expect(await scheduled(id)).toEqual([inMinutes(1)])
    await up()
    await pauseIsOver(id)
    await journey.advance(2_000)
    expect(await journey.control(`/phones/${encodeURIComponent(gina)}/calls`)).toMatchObject([{ status: 'ringing' }])
    expect(await find(id)).toMatchObject({ status: 'succeeded' })
  })
})

describe('a text that failed before Twilio heard of it, asked for again', () => {
  test('with its key settles the operation it left: retrying that sends nothing more', async () => {
    await down()
    const key = crypto.randomUUID()
    expect((await ask(key)).status).toBe(502)
    const [operation] = await operationsOfGina()
    await up()
    const again = await ask(key)
    expect(again).toMatchObject({ status: 201, body: { messageSid: expect.stringMatching(/^SM/) } })
    expect((await settle(operation.id, 'retry')).status).toBe(409)
    expect((await ask(key)).body).toEqual(again.body)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Only once'])
    expect(await operationsOfGina()).toMatchObject([{ status: 'succeeded' }])
  })

  test('with its key after somebody retried it says what was sent, and sends nothing', async () => {
    await down()
    const key = crypto.randomUUID()
    await ask(key)
    const [operation] = await operationsOfGina()
    await up()
    expect((await settle(operation.id, 'retry')).status).toBe(200)
    expect(await ask(key)).toMatchObject({ status: 201, body: { messageSid: expect.stringMatching(/^SM/) } })
    await journey.advance(5_000)
    expect(await received()).toEqual(['Only once'])
  })

  test('with its key after somebody dismissed it is not sent', async () => {
    await down()
    const key = crypto.randomUUID()
    await ask(key)
    const [operation] = await operationsOfGina()
    await up()
    await settle(operation.id, 'dismiss')
    expect(await ask(key)).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringMatching(/leave it/) } },
    })
    await journey.advance(5_000)
    expect(await received()).toEqual([])
  })

  test('without a key, in the same words, takes the place of what failed', async () => {
    await down()
    expect((await ask()).status).toBe(502)
    await up()
    expect((await ask()).status).toBe(201)
    const [operation] = await operationsOfGina()
    expect(operation).toMatchObject({ status: 'dismissed' })
    expect((await settle(operation.id, 'retry')).status).toBe(409)
    await journey.advance(5_000)
    expect(await received()).toEqual(['Only once'])
  })
})

describe('background work', () => {
  test('runs what a transaction enqueued when it commits, and nothing when it rolls back', async () => {
    const { database, jobs } = journey.server.installation
    await journey.rows('update twilio_phone_numbers set phone_number_sid = null')
    await database
      .transaction(async (tx) => {
        await jobs.enqueue(tx, 'sync-numbers', {}, { key: 'rolled-back' })
        throw new Error('rolled back')
      })
      .catch(() => undefined)
    expect(await journey.rows(`select from graphile_worker.jobs where key = 'rolled-back'`)).toEqual([])
    await database.transaction((tx) => jobs.enqueue(tx, 'sync-numbers', {}))
    await vi.waitFor(
      async () => {
        const { body } = await journey.api('/numbers')
        expect(body.items).toHaveLength(2)
        for (const number of body.items) expect(number.phoneNumberSid).toMatch(/^PN/)
      },
      { timeout: 10_000, interval: 50 },
    )
  })

  test('that fails for the last time is kept as a failed operation, and runs again from there', async () => {
    const { database, jobs } = journey.server.installation
    await journey.faults({
      on: 'request',
      method: 'GET',
      path: '/IncomingPhoneNumbers',
      action: 'fail',
      status: 401,
      code: 20003,
    })
    await database.transaction((tx) => jobs.enqueue(tx, 'sync-numbers', {}, { tries: 1, key: 'sync-once' }))
    const failed = await vi.waitFor(
      async () => {
        const { body } = await journey.api('/operations?kind=job&open=true')
        expect(body.items).toMatchObject([
          { subject: 'sync-numbers:sync-once', reason: expect.stringMatching(/credentials/) },
        ])
        return body.items[0]
      },
      { timeout: 10_000, interval: 50 },
    )
    await journey.control('/faults', { method: 'DELETE' })
    expect((await settle(failed.id, 'retry')).status).toBe(200)
  })

  test('readiness tells whether it runs', async () => {
    const ready = await fetch(`${journey.server.url}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({
      ready: true,
      checks: expect.arrayContaining([{ name: 'jobs', ok: true }]),
    })
  })

  test('a worker answers for its health and nothing else; it runs jobs', async () => {
    const { config } = journey.server.installation
    const worker = await startServer(
      { ...config, port: 0, role: 'worker' },
      { clock: journey.clock, log: createLog('silent') },
    )
    expect((await fetch(`${worker.url}/readyz`)).status).toBe(200)
    const headers = { Authorization: 'Bearer admin-key-of-the-tests' }
    expect((await fetch(`${worker.url}/api/twilio/calls`, { headers })).status).toBe(404)
    expect(worker.installation.jobs.health()).toEqual({ wanted: true, running: true })
    const mine = { database: new URL(config.databaseUrl).pathname.slice(1), name: 'eva-twilio-sync' }
    const readers = await journey.rows(
      'select count(*)::int from pg_stat_activity where datname = $1 and application_name = $2',
      [mine.database, mine.name],
    )
    expect(readers, 'only the server that has live streams reads events').toEqual([{ count: 1 }])
    await worker.close()
  })
})
