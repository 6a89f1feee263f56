import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordKeptStatuses } from '@/lib/services/messages/record-kept-statuses'
import { parseLiveEvent } from '@/shared/schemas/live-event'
import { ourNumber, sid, startWebhookApp } from '../helpers/start-webhook-app'

let app: Awaited<ReturnType<typeof startWebhookApp>>
let conversationId: string

beforeAll(async () => {
  app = await startWebhookApp()
  const [conversation] = await app.rows(
    `insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction, created_at)
     values (gen_random_uuid(), $1, '+14155550111', now(), 'Hi', 'outbound', now()) returning id`,
    [ourNumber],
  )
  conversationId = conversation.id
})
afterAll(() => app.close())

function idOf(number: number) {
  return `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

async function insertText(number: number, more: { messageSid: string | null; status: string; rank: number }) {
  await app.rows(
    `insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number, body,
       num_segments, created_at, updated_at)
     values ($1, $2, $3, 'outbound', $4, $5, $6, '+14155550111', 'Hi', 1, now(), now())`,
    [idOf(number), more.messageSid, conversationId, more.status, more.rank, ourNumber],
  )
}

async function textRow(number: number) {
  const [row] = await app.rows('select message_sid, status, error_code from twilio_messages where id = $1', [
    idOf(number),
  ])
  return row
}

async function announced(number: number) {
  const rows = await app.rows(
    `select id::text, type, at, data from twilio_events where type = 'message.status_changed' and data->>'id' = $1 order by id`,
    [idOf(number)],
  )
  for (const row of rows) expect(parseLiveEvent({ ...row, at: row.at.toISOString() })).not.toBeNull()
  return rows.map((row) => row.data.status)
}

const status = (number: number, MessageStatus: string, more: Record<string, string> = {}) => ({
  MessageSid: sid('SM', number),
  MessageStatus,
  From: ourNumber,
  To: '+14155550111',
  ...more,
})

describe('a message status callback', () => {
  test('moves the text up, never down, and is answered with 204', async () => {
    await insertText(1, { messageSid: sid('SM', 1), status: 'queued', rank: 20 })
    expect(await app.send('message-status', status(1, 'sent'))).toMatchObject({ status: 204, body: '' })
    await app.send('message-status', status(1, 'delivered'))
    await app.send('message-status', status(1, 'sent'))
    await app.send('message-status', status(1, 'delivered'))
    expect(await textRow(1)).toEqual({ message_sid: sid('SM', 1), status: 'delivered', error_code: null })
    expect(await announced(1)).toEqual(['sent', 'delivered'])
  })

  test('brings the reason of a failure, as a code and a sentence', async () => {
    await insertText(2, { messageSid: sid('SM', 2), status: 'queued', rank: 20 })
    await app.send('message-status', status(2, 'undelivered', { ErrorCode: '30003' }))
    expect(await textRow(2)).toMatchObject({ status: 'undelivered', error_code: 30003 })
    const [event] = await app.rows(`select data from twilio_events where data->>'id' = $1`, [idOf(2)])
    expect(event.data).toMatchObject({ errorCode: 30003, errorMessage: expect.stringMatching(/\w+ \w+/) })
  })

  test('with our attempt proves that Twilio accepted it: the row gets its SID', async () => {
    await insertText(3, { messageSid: null, status: 'unknown', rank: 1 })
    await app.send(`message-status?attempt=${idOf(3)}`, status(3, 'queued'))
    expect(await textRow(3)).toEqual({ message_sid: sid('SM', 3), status: 'queued', error_code: null })
  })

  test('with an attempt that is no identifier or nobody’s does no harm', async () => {
    for (const attempt of ['x', idOf(999)]) {
      expect((await app.send(`message-status?attempt=${attempt}`, status(4, 'sent'))).status).toBe(204)
    }
  })

  test('for a text we do not know yet is kept, and applied when its row is there', async () => {
    for (const word of ['delivered', 'sent']) {
      expect((await app.send('message-status', status(5, word))).status).toBe(204)
    }
    await insertText(5, { messageSid: sid('SM', 5), status: 'queued', rank: 20 })
    const client = new pg.Client({ connectionString: app.databaseUrl })
    await client.connect()
    try {
      const events = await recordKeptStatuses(client, app.clock.now(), [sid('SM', 5)])
      expect(events).toMatchObject([{ type: 'message.status_changed', data: { id: idOf(5), status: 'delivered' } }])
      expect(await recordKeptStatuses(client, app.clock.now(), [sid('SM', 5)])).toEqual([])
    } finally {
      await client.end()
    }
    expect(await textRow(5)).toMatchObject({ status: 'delivered' })
  })
})
