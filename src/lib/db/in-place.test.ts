import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/helpers/test-database'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('begin')
  await client.query(
    `insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction, created_at)
     values (gen_random_uuid(), '+14155550100', '+14155550111', '2026-01-01T10:01:00Z', 'Hello', 'outbound', '2026-01-01T10:01:00Z')`,
  )
  await client.query(
    `insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number, body, num_segments,
                                  created_at, updated_at)
     select gen_random_uuid(), 'SM1', id, 'outbound', 'queued', 20, our_number, their_number, 'Hello', 1, created_at, created_at from conversations`,
  )
})

afterAll(async () => {
  await client.query('rollback')
  await client.end()
  await database.drop()
})

/** Whether the statement's new rows stand beside the old ones, with no index written. */
async function changesInPlace(table: string, sql: string) {
  const before = await hotUpdates(table)
  await client.query(sql)
  return (await hotUpdates(table)) === before + 1
}

async function hotUpdates(table: string) {
  const result = await client.query<{ count: string }>(
    'select pg_stat_get_xact_tuples_hot_updated($1::regclass) as count',
    [table],
  )
  return Number(result.rows[0]?.count)
}

describe('a row on the hot path changes in place', () => {
  test('a conversation, when the next texts come', async () => {
    for (const minute of ['02', '03']) {
      const sql = `update conversations set last_message_at = '2026-01-01T10:${minute}:00Z', last_message_preview = '${minute}',
        last_message_direction = 'inbound', unread_count = unread_count + 1`
      // The first unread text brings it into the list of those; from then on nothing does.
      expect(await changesInPlace('conversations', sql)).toBe(minute === '03')
    }
  })

  test('a text, whatever becomes of it', async () => {
    for (const [rank, status] of ['sent', 'delivered', 'read'].entries()) {
      const sql = `update twilio_messages set status = '${status}', status_rank = ${30 + rank}, error_code = ${rank}, updated_at = created_at`
      expect(await changesInPlace('twilio_messages', sql)).toBe(true)
    }
  })
})
