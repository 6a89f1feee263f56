import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '@/lib/db/client'
import { createMovableClock } from '@/lib/utils/clock'
import { createTestDatabase, type TestDatabase } from '../../../../test/helpers/test-database'
import { pruneExpired } from './prune-expired'

let testDatabase: TestDatabase
let database: Database
const now = new Date('2026-11-22T10:00:00.000Z')
const clock = createMovableClock(now)
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1_000)
const query = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = openDatabase({ connectionString: testDatabase.url })
})
afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})

/** `insert` names the row $1 and its time $2. */
const tables = [
  {
    table: 'twilio_webhook_facts',
    days: 30,
    insert: `insert into twilio_webhook_facts (event_key, kind, raw, received_at) values ($1, 'text', '', $2)`,
  },
  {
    table: 'permission_verdicts',
    days: 180,
    insert: `insert into permission_verdicts (id, at, medium, purpose, to_number, from_number, verdict, actor)
             select gen_random_uuid(), $2, 'message', $1::text, '', '', 'allowed', ''`,
  },
  {
    table: 'sessions',
    days: 0,
    insert: `insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
             select gen_random_uuid(), (select id from users limit 1), $1, $2, $2, $2`,
  },
  {
    table: 'verifications',
    days: 0,
    insert: `insert into verifications (id, identifier, value, expires_at, created_at, updated_at)
             select gen_random_uuid(), $1, '', $2, $2, $2`,
  },
  {
    table: 'sign_in_attempts',
    days: 0,
    insert: `insert into sign_in_attempts (key, attempts, window_ends_at) values ($1, 1, $2)`,
  },
  {
    table: 'twilio_sync_tickets',
    days: 0,
    insert: `insert into twilio_sync_tickets (ticket_hash, actor, expires_at) values (sha256($1::text::bytea), '{}', $2)`,
  },
  {
    table: 'idempotency_keys',
    days: 0,
    insert: `insert into idempotency_keys (actor, key, request_hash, subject_id, claimed_until, created_at, expires_at)
             values ('', $1, '', gen_random_uuid(), $2, $2, $2)`,
  },
]

test.each(tables)(
  '$table keeps what is younger than $days days, however many are older',
  async ({ table, days, insert }) => {
    await query(
      `insert into users (id, name, email, role, created_at, updated_at)
     values (gen_random_uuid(), 'Ada', 'ada@example.com', 'admin', $1, $1) on conflict do nothing`,
      [now],
    )
    for (const row of [1, 2, 3, 4, 5]) await query(insert, [`old ${row}`, ago(days + row)])
    await query(insert, ['young', ago(days - 0.5)])
    await pruneExpired({ database, clock }, { batchSize: 2 })
    expect(await query(`select count(*)::int as kept from ${table}`)).toEqual([{ kept: 1 }])
  },
)

test('a link that nobody used is forgotten, the audit log is kept', async () => {
  await query(
    `insert into welcome_links (id, kind, token_hash, created_at, expires_at) values (gen_random_uuid(), 'first_admin', '', $1, $1)`,
    [ago(1)],
  )
  await query(`insert into audit_log (id, at, actor, action) values (gen_random_uuid(), $1, 'system', 'test')`, [
    ago(3_000),
  ])
  await pruneExpired({ database, clock })
  expect(await query('select from welcome_links')).toHaveLength(0)
  expect(await query('select from audit_log')).toHaveLength(1)
})

test('each has an index on its time', async () => {
  const indexed = await query(
    `select indrelid::regclass::text as "table" from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
     where attname in ('received_at', 'at', 'expires_at', 'window_ends_at')`,
  )
  expect(indexed.map((row) => row.table)).toEqual(
    expect.arrayContaining([...tables.map(({ table }) => table), 'welcome_links']),
  )
})
