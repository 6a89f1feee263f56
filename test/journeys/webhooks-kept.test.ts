import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '@/lib/context'
import { pruneExpired } from '@/lib/services/retention/prune-expired'
import { tasks } from '@/lib/jobs/tasks'
import { ourNumber, sid, startWebhookApp } from '../helpers/start-webhook-app'

let app: Awaited<ReturnType<typeof startWebhookApp>>
let ctx: Context

beforeAll(async () => {
  app = await startWebhookApp()
  ctx = { ...app.servers[0]!.installation, actor: { type: 'job', task: 'retry-operation' }, requestId: 'test' }
  await app.rows(
    `create function break_down() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
  )
})
afterEach(() => repair())
afterAll(() => app.close())

const api = async (path: string, method = 'GET') => {
  const answer = await fetch(`${app.servers[0]!.url}/api/twilio${path}`, {
    method,
    headers: { Authorization: 'Bearer test-key' },
  })
  return { status: answer.status, body: await answer.json() }
}
/** Our side cannot write this table until it is repaired. */
const breakDown = (table: string) =>
  app.rows(`create trigger broken before insert or update on ${table} for each row execute function break_down()`)
const repair = async () => {
  for (const table of ['twilio_messages', 'twilio_call_logs']) {
    await app.rows(`drop trigger if exists broken on ${table}`)
  }
}
const open = async () => (await api('/operations?open=true&kind=webhook')).body.items
const find = async (id: string) =>
  (await api('/operations?limit=200')).body.items.find((item: { id: string }) => item.id === id)
const pauseIsOver = (operationId: string) => tasks['retry-operation'](ctx, { operationId })
const later = (minutes: number) => new Date(app.clock.now().getTime() + minutes * 60_000).toISOString()

let next = 500
const text = (from: string) => ({
  MessageSid: sid('SM', (next += 1)),
  From: from,
  To: ourNumber,
  Body: 'Are you free on Monday?',
  NumMedia: '0',
  NumSegments: '1',
})

describe('a text that came while our side was broken', () => {
  test('is tried again by itself with growing pauses, and then is there once, at the time it came', async () => {
    const brought = text('+14155550201')
    const cameAt = app.clock.now().toISOString()
    await breakDown('twilio_messages')
    expect((await app.send('sms', brought)).status).toBe(204)
    const [{ id }] = await open()
    expect(await find(id)).toMatchObject({ kind: 'webhook', status: 'failed', attempts: 1, retryAt: later(1) })

    app.clock.advance(60_000)
    await pauseIsOver(id)
    expect(await find(id)).toMatchObject({
      status: 'failed',
      attempts: 2,
      retryAt: later(5),
      reason: 'Something went wrong on our side while it was handled.',
    })

    app.clock.advance(300_000)
    await repair()
    await pauseIsOver(id)
    expect(await find(id)).toMatchObject({ status: 'succeeded', settledBy: 'job:retry-operation', retryAt: null })
    await pauseIsOver(id)
    await app.send('sms', brought)
    const { body } = await api(`/messages?phoneNumber=${encodeURIComponent(brought.From)}`)
    expect(body.items).toMatchObject([{ messageSid: brought.MessageSid, body: brought.Body, createdAt: cameAt }])
    expect(await app.rows('select unread_count from conversations where their_number = $1', [brought.From])).toEqual([
      { unread_count: 1 },
    ])
    expect(
      await app.rows(`select from twilio_events where type = 'message.received' and data->'message'->>'from' = $1`, [
        brought.From,
      ]),
    ).toHaveLength(1)
  })

  test('is handled when somebody asks for it: 409 with the reason while it cannot be, 200 when it can', async () => {
    await breakDown('twilio_messages')
    const brought = text('+14155550202')
    await app.send('sms', brought)
    const [{ id }] = await open()
    expect(await api(`/operations/${id}/retry`, 'POST')).toMatchObject({
      status: 409,
      body: { error: { message: 'Something went wrong on our side while it was handled.' } },
    })
    await repair()
    const answers = await Promise.all(Array.from({ length: 5 }, () => api(`/operations/${id}/retry`, 'POST')))
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409])
    expect(await app.rows('select from twilio_messages where message_sid = $1', [brought.MessageSid])).toHaveLength(1)
    expect(await open()).toEqual([])
  })

  test('stays unhandled when somebody dismisses it', async () => {
    await breakDown('twilio_messages')
    const brought = text('+14155550203')
    await app.send('sms', brought)
    const [{ id }] = await open()
    await repair()
    expect((await api(`/operations/${id}/dismiss`, 'POST')).status).toBe(200)
    await pauseIsOver(id)
    expect(await app.rows('select from twilio_messages where message_sid = $1', [brought.MessageSid])).toEqual([])
  })

  test('is settled without a second row when Twilio has brought it in the meantime', async () => {
    await breakDown('twilio_messages')
    const brought = text('+14155550204')
    await app.send('sms', brought)
    const [{ id }] = await open()
    await repair()
    expect((await app.send('sms', brought)).status).toBe(200)
    expect((await api(`/operations/${id}/retry`, 'POST')).status).toBe(200)
    expect(await app.rows('select from twilio_messages where message_sid = $1', [brought.MessageSid])).toHaveLength(1)
  })
})

describe('what else came while our side was broken', () => {
  test('a status keeps the attempt that its address names', async () => {
    const [conversation] = await app.rows(
      `insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction, created_at)
       values (gen_random_uuid(), $1, '+14155550205', now(), '', 'outbound', now()) returning id`,
      [ourNumber],
    )
    const attempt = '01980000-0000-7000-8000-0000000000aa'
    await app.rows(
      `insert into twilio_messages (id, conversation_id, direction, status, status_rank, from_number, to_number, body, num_segments, created_at, updated_at)
       values ($1, $2, 'outbound', 'unknown', 1, $3, '+14155550205', 'Hi', 1, now(), now())`,
      [attempt, conversation.id, ourNumber],
    )
    await breakDown('twilio_messages')
    const status = { MessageSid: sid('SM', 499), MessageStatus: 'delivered' }
    expect((await app.send(`message-status?attempt=${attempt}`, status)).status).toBe(204)
    const [{ id }] = await open()
    await repair()
    expect((await api(`/operations/${id}/retry`, 'POST')).status).toBe(200)
    expect(await app.rows('select message_sid, status from twilio_messages where id = $1', [attempt])).toEqual([
      { message_sid: status.MessageSid, status: 'delivered' },
    ])
  })

  test('a call is written down, though its caller has long hung up', async () => {
    await breakDown('twilio_call_logs')
    const call = {
      CallSid: sid('CA', 1),
      From: '+14155550206',
      To: ourNumber,
      CallStatus: 'ringing',
      Direction: 'inbound',
    }
    expect((await app.send('voice', call)).body).toContain('<Say>We are sorry')
    const [{ id }] = await open()
    await repair()
    expect((await api(`/operations/${id}/retry`, 'POST')).status).toBe(200)
    expect((await api(`/calls/${call.CallSid}`)).body).toMatchObject({ from: call.From, direction: 'inbound' })
  })

  test('what we do not understand says so again, and waits', async () => {
    expect((await app.send('conference', { ConferenceSid: 'CF1' })).status).toBe(204)
    const [{ id }] = await open()
    expect(await api(`/operations/${id}/retry`, 'POST')).toMatchObject({
      status: 409,
      body: { error: { message: 'What Twilio sent is not as we know it (StatusCallbackEvent).' } },
    })
    expect(await find(id)).toMatchObject({ status: 'failed', attempts: 2, retryAt: later(5) })
  })
})

describe('thirty days later', () => {
  test('a call still tells its steps, and what waits to be handled can still be', async () => {
    const call = { CallSid: sid('CA', 2), From: ourNumber, To: '+14155550207', Direction: 'outbound-api' }
    for (const [CallStatus, minute] of [
      ['initiated', 1],
      ['ringing', 2],
      ['in-progress', 3],
      ['completed', 4],
    ] as const) {
      const Timestamp = `Sun, 22 Nov 2026 10:0${minute}:00 +0000`
      app.clock.advance(1_000)
      await app.send('call-status', { ...call, CallStatus, Timestamp })
    }
    const timeline = async () => (await api(`/calls/${call.CallSid}/timeline`)).body.items
    const before = await timeline()
    expect(before.map((line: { text: string }) => line.text)).toEqual(
      expect.arrayContaining(['Dialling', 'Ringing', 'Answered', 'Ended']),
    )
    const brought = text('+14155550208')
    await breakDown('twilio_messages')
    await app.send('sms', brought)
    await repair()
    const waiting = (await open()).at(0)

    const { database } = app.servers[0]!.installation
    const inDays = (days: number) => ({ now: () => new Date(app.clock.now().getTime() + days * 86_400_000) })
    await pruneExpired({ database, clock: inDays(31) }, { batchSize: 2 })
    expect(await app.rows(`select kind from twilio_webhook_facts group by kind`)).toEqual([{ kind: 'unhandled' }])
    expect(await timeline()).toEqual(before)
    expect((await api(`/operations/${waiting.id}/retry`, 'POST')).status).toBe(200)

    for (const { id } of await open()) await api(`/operations/${id}/dismiss`, 'POST')
    await pruneExpired({ database, clock: inDays(62) })
    expect(await app.rows('select from twilio_webhook_facts')).toEqual([])
    expect(await timeline()).toEqual(before)
  })
})
