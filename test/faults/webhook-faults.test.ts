import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createRecorder } from '@/lib/services/recorder/create-recorder'
import type { TextReport } from '@/lib/services/messages/text-report'
import { createMovableClock } from '@/lib/utils/clock'
import { UnavailableError } from '@/shared/errors'
import { startDatabaseProxy } from '../helpers/start-database-proxy'
import { ourNumber, sid, startWebhookApp } from '../helpers/start-webhook-app'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

function text(number: number, more: Record<string, string> = {}) {
  return {
    MessageSid: sid('SM', number),
    From: '+14155550111',
    To: ourNumber,
    Body: `Text ${number}`,
    NumMedia: '0',
    NumSegments: '1',
    ...more,
  }
}

function ringing(number: number) {
  return {
    CallSid: sid('CA', number),
    From: '+14155550112',
    To: ourNumber,
    CallStatus: 'ringing',
    Direction: 'inbound',
  }
}

describe('two instances on one database', () => {
  let app: Awaited<ReturnType<typeof startWebhookApp>>
  beforeAll(async () => {
    app = await startWebhookApp({ instances: 2 })
  })
  afterAll(() => app.close())

  test('the same webhooks, one to five times each, to both at once, in any order: each row and each event once', async () => {
    let next = 1
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
        async (deliveries, order) => {
          const first = next
          next += deliveries.length
          const from = `+1415${String(first).padStart(7, '0')}`
          const requests = deliveries.flatMap((times, index) =>
            Array.from({ length: times }, () => ({ number: first + index, voice: index % 3 === 2 })),
          )
          const shuffled = requests
            .map((request, index) => ({ request, key: order[index % order.length]! ^ index }))
            .toSorted((a, b) => a.key - b.key)
          const answers = await Promise.all(
            shuffled.map(({ request }, index) => {
              const send = app.senders[index % 2]!
              return request.voice
                ? send('voice', { ...ringing(request.number), From: from })
                : send('sms', text(request.number, { From: from }))
            }),
          )
          expect(answers.every((answer) => answer.status === 200)).toBe(true)

          const texts = deliveries.filter((_, index) => index % 3 !== 2).length
          const calls = deliveries.length - texts
          const [counts] = await app.rows(
            `select (select count(*)::int from twilio_messages where from_number = $1) as messages,
                    (select coalesce(sum(unread_count), 0)::int from conversations where their_number = $1) as unread,
                    (select count(*)::int from twilio_call_logs where from_number = $1) as calls,
                    (select count(*)::int from twilio_events where data->'message'->>'from' = $1) as texts_announced,
                    (select count(*)::int from twilio_events where data->'call'->>'from' = $1) as calls_announced`,
            [from],
          )
          expect(counts).toEqual({
            messages: texts,
            unread: texts,
            calls,
            texts_announced: texts,
            calls_announced: calls,
          })
        },
      ),
      { numRuns: 15 },
    )
  })

  test('all twenty-four orders of four message statuses, to both at once, end the same', async () => {
    const statuses = [
      { MessageStatus: 'queued' },
      { MessageStatus: 'sent' },
      { MessageStatus: 'undelivered', ErrorCode: '30003' },
      { MessageStatus: 'delivered' },
    ]
    const [conversation] = await app.rows(
      `insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction, created_at)
       values (gen_random_uuid(), $1, '+14155559999', now(), '', 'outbound', now()) returning id`,
      [ourNumber],
    )
    const orders = permutations([0, 1, 2, 3])
    await Promise.all(
      orders.map(async (order, index) => {
        const id = `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`
        await app.rows(
          `insert into twilio_messages (id, conversation_id, direction, status, status_rank, from_number, to_number, body, num_segments, created_at, updated_at)
           values ($1, $2, 'outbound', 'unknown', 1, $3, '+14155559999', 'Hi', 1, now(), now())`,
          [id, conversation.id, ourNumber],
        )
        const path = `message-status?attempt=${id}`
        for (const [turn, position] of order.entries()) {
          const parameters = { MessageSid: sid('SM', 10_000 + index), ...statuses[position] } as Record<string, string>
          const answers = await Promise.all([
            app.senders[turn % 2]!(path, parameters),
            app.senders[(turn + 1) % 2]!(path, parameters),
          ])
          expect(answers.map((answer) => answer.status)).toEqual([204, 204])
        }
      }),
    )
    const rows = await app.rows(
      `select message_sid, status, status_rank, error_code from twilio_messages where conversation_id = $1 order by message_sid`,
      [conversation.id],
    )
    expect(rows).toEqual(
      orders.map((_, index) => ({
        message_sid: sid('SM', 10_000 + index),
        status: 'delivered',
        status_rank: 60,
        error_code: null,
      })),
    )
    const repeated = await app.rows(
      `select data->>'messageSid' as sid from twilio_events where type = 'message.status_changed'
        group by data->>'messageSid', data->>'status' having count(*) > 1`,
    )
    expect(repeated).toEqual([])
  })
})

describe('a database that goes away', () => {
  test('in mid-batch: texts and callbacks are turned away, a caller hears a sentence; afterwards nothing is lost or doubled', async () => {
    const database = await createTestDatabase()
    const wire = await startDatabaseProxy(database.url)
    const app = await startWebhookApp({ databaseUrl: wire.url })
    const direct = new pg.Client({ connectionString: database.url })
    await direct.connect()
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
    try {
      // The batch is stopped where it appends to the event log: everything is written, nothing is committed.
      await direct.query('select pg_advisory_lock(7306413)')
      const sent = numbers.map((number) => app.send('sms', text(number)))
      await waitUntil(direct, `select 1 from pg_locks where locktype = 'advisory' and not granted and objid = 7306413`)
      wire.cut()
      const answers = await Promise.all(sent)
      expect(answers.every((answer) => answer.status === 503)).toBe(true)
      expect(answers[0]!.body).toContain('"unavailable"')

      const call = await app.send('voice', ringing(1))
      expect(call).toMatchObject({ status: 200, contentType: 'text/xml' })
      expect(call.body).toContain('<Say>We are sorry')
      const failed = { ErrorCode: '11200', ErrorUrl: 'https://eva.example.com/api/twilio/webhooks/voice' }
      const last = await app.send('voice/fallback', { ...ringing(1), ...failed })
      expect(last).toMatchObject({ status: 200, contentType: 'text/xml', body: call.body })
      // Twilio's own list has the text, and it is fetched from there.
      const lastText = await app.send('sms/fallback', { ...text(31), ...failed })
      expect(lastText).toMatchObject({ status: 200, body: expect.stringContaining('<Response/>') })
      expect((await app.send('call-status', ringing(1))).status).toBe(503)

      wire.mend()
      await direct.query('select pg_advisory_unlock(7306413)')
      const again = await Promise.all(numbers.map((number) => app.send('sms', text(number))))
      expect(again.every((answer) => answer.status === 200)).toBe(true)
      expect((await app.send('voice', ringing(1))).body).toContain('<Dial')
      const { rows } = await direct.query(
        `select (select count(*)::int from twilio_messages) as messages, (select sum(unread_count)::int from conversations) as unread,
                (select count(*)::int from twilio_events where type = 'message.received') as announced`,
      )
      expect(rows).toEqual([{ messages: 30, unread: 30, announced: 30 }])
    } finally {
      wire.mend()
      await direct.end()
      await app.close()
      await wire.close()
      await database.drop()
    }
  })
})

describe('a flood of texts', () => {
  let database: TestDatabase
  let direct: pg.Client
  let recorder: ReturnType<typeof createRecorder>
  const clock = createMovableClock(new Date('2026-11-22T10:00:00Z'))

  beforeEach(async () => {
    database = await createTestDatabase()
    direct = new pg.Client({ connectionString: database.url })
    await direct.connect()
    recorder = createRecorder({ config: { databaseUrl: database.url }, clock })
  })
  afterEach(async () => {
    await direct.query('rollback')
    await recorder.stop()
    await direct.end()
    await database.drop()
  })

  function report(number: number, more: Partial<Extract<TextReport, { kind: 'inbound' }>> = {}): TextReport {
    return {
      kind: 'inbound',
      messageSid: sid('SM', number),
      from: `+1415${String(number % 50).padStart(7, '0')}`,
      to: ourNumber,
      body: 'Hello',
      numSegments: 1,
      media: [],
      keyword: null,
      messagingServiceSid: null,
      raw: 'Body=Hello',
      receivedAt: clock.now(),
      ...more,
    }
  }

  test('does not keep a caller waiting; what is too much is turned away, the rest is stored', async () => {
    await direct.query('begin; lock table twilio_messages in exclusive mode')
    const texts = Array.from({ length: 3000 }, (_, index) => recorder.texts.write(report(index)))
    const settled = Promise.allSettled(texts)
    await waitUntil(direct, `select 1 from pg_locks where relation = 'twilio_messages'::regclass and not granted`)
    const answer = await recorder.voice.write({
      eventKey: 'CA1:voice',
      kind: 'voice',
      raw: '',
      receivedAt: clock.now(),
      answeringNumber: ourNumber,
    })
    expect(answer).toEqual({ answer: null, callerName: null })
    expect(recorder.texts.depth()).toBeGreaterThan(0)
    await direct.query('rollback')
    const outcomes = await settled
    const stored = outcomes.filter((outcome) => outcome.status === 'fulfilled').length
    const shed = outcomes.filter(
      (outcome) => outcome.status === 'rejected' && outcome.reason instanceof UnavailableError,
    )
    expect(shed).toHaveLength(1000)
    const { rows } = await direct.query('select count(*)::int as count from twilio_messages')
    expect(rows).toEqual([{ count: stored }])
    expect(stored).toBe(2000)
  })

  test('one row PostgreSQL will not take fails alone', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        recorder.texts.write(report(index, index === 17 ? { body: 'NUL \0 that no edge replaced' } : {})),
      ),
    )
    expect(outcomes.flatMap((outcome, index) => (outcome.status === 'rejected' ? [index] : []))).toEqual([17])
    const { rows } = await direct.query('select count(*)::int as count from twilio_messages')
    expect(rows).toEqual([{ count: 59 }])
  })

  test('a stop in the middle loses nothing that was taken', async () => {
    const texts = Array.from({ length: 700 }, (_, index) => recorder.texts.write(report(index)))
    await recorder.stop()
    await Promise.all(texts)
    const { rows } = await direct.query('select count(*)::int as count from twilio_messages')
    expect(rows).toEqual([{ count: 700 }])
    recorder = createRecorder({ config: { databaseUrl: database.url }, clock })
  })
})

/** Asks until there is a row; bounded by the test's own time. */
async function waitUntil(client: pg.Client, sql: string) {
  while ((await client.query(sql)).rowCount === 0) await new Promise((resolve) => setImmediate(resolve))
}

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}
