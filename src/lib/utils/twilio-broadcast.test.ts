import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { createTestDatabase } from '../../../test/helpers/test-database'
import { broadcast, eventLogChannel } from './twilio-broadcast'

const at = new Date('2026-01-01T00:00:00.000Z')
const read = (): NewLiveEvent => ({ type: 'conversation.read', data: { conversationId: randomUUID() } })

let pool: pg.Pool

beforeEach(async () => {
  const database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 24 })
  // The database is dropped with force, a moment before the last connection knows that it was closed.
  pool.on('error', () => undefined)
  return async () => {
    await pool.end()
    await database.drop()
  }
})

async function ids(client: Pick<pg.Pool, 'query'> = pool) {
  const { rows } = await client.query<{ id: string }>('select id from twilio_events order by id')
  return rows.map((row) => Number(row.id))
}

/** Sees the log again and again, as a reader that goes on from the highest id would, until told to stop. */
async function watch(until: Promise<unknown>) {
  const client = await pool.connect()
  const seen: number[] = []
  let done = false
  void until.finally(() => {
    done = true
  })
  for (let last = false; !last;) {
    last = done
    const { rows } = await client.query<{ id: string }>('select id from twilio_events where id > $1 order by id', [
      seen.at(-1) ?? 0,
    ])
    seen.push(...rows.map((row) => Number(row.id)))
  }
  client.release()
  return seen
}

describe('broadcast', () => {
  test('an event waits for a transaction that has appended and not yet committed', async () => {
    const [first, second] = await Promise.all([pool.connect(), pool.connect()])
    await first.query('begin')
    await second.query('begin')
    await broadcast(first, at, [read()])
    const waiting = broadcast(second, at, [read()]).then(() => second.query('commit'))
    const { rows } = await pool.query<{ waits: boolean }>({
      text: `select pg_sleep(0.05), exists (
               select from pg_locks where locktype = 'advisory' and not granted
                 and database = (select oid from pg_database where datname = current_database())
             ) as waits`,
    })
    expect(rows[0]?.waits).toBe(true)
    expect(await ids()).toEqual([])
    await first.query('commit')
    await waiting
    expect(await ids()).toEqual([1, 2])
    first.release()
    second.release()
  })

  test('a transaction that wrote long ago and appends last holds nobody up before', async () => {
    const long = await pool.connect()
    await long.query('begin')
    await long.query('select pg_current_xact_id()')
    for (let index = 0; index < 5; index += 1) await inTransaction((client) => broadcast(client, at, [read()]))
    expect(await ids()).toEqual([1, 2, 3, 4, 5])
    await broadcast(long, at, [read()])
    await long.query('commit')
    long.release()
    expect(await ids()).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('readers miss nothing of many transactions side by side, whatever rolls back or is slow', async () => {
    let appended = 0
    const writer = async (number: number) => {
      for (let round = 0; round < 40; round += 1) {
        const count = 1 + ((number * 7 + round) % 4)
        const fails = (number + round) % 5 === 0
        await inTransaction(async (client) => {
          await client.query('select pg_current_xact_id()')
          if (round % 10 === 0) await client.query('select pg_sleep(0.01)')
          await broadcast(client, at, Array.from({ length: count }, read))
          if (round % 13 === 0) await client.query('select pg_sleep(0.003)')
          if (fails) throw new RolledBack()
          appended += count
        }).catch((error: unknown) => {
          if (!(error instanceof RolledBack)) throw error
        })
      }
    }
    const writing = Promise.all(Array.from({ length: 16 }, (_, number) => writer(number)))
    const seen = await Promise.all([watch(writing), watch(writing), watch(writing)])
    const log = await ids()
    expect(log).toHaveLength(appended)
    for (const reader of seen) expect(reader).toEqual(log)
  }, 30_000)

  test('events of one transaction keep their order, and wake readers once', async () => {
    const listener = await pool.connect()
    await listener.query(`listen ${eventLogChannel}`)
    let notifications = 0
    listener.on('notification', () => (notifications += 1))
    const users = Array.from({ length: 200 }, (_, index) => String(index))
    await inTransaction((client) =>
      broadcast(
        client,
        at,
        users.map((userId) => ({ type: 'person.changed', data: { userId } })),
      ),
    )
    const { rows } = await listener.query<{ user: string }>(
      `select data ->> 'userId' as user from twilio_events order by id`,
    )
    expect(rows.map((row) => row.user)).toEqual(users)
    expect(notifications).toBe(1)
    await listener.query('unlisten *')
    listener.release()
  })

  test('no events: nothing is written, nobody is woken or held', async () => {
    await inTransaction((client) => broadcast(client, at, []))
    expect(await ids()).toEqual([])
  })
})

describe('currentCursor', () => {
  test('is the end of the log as the snapshot sees it, not as it is by now', async () => {
    expect(await currentCursor(pool)).toBe('0')
    await inTransaction((client) => broadcast(client, at, [read(), read()]))
    const client = await pool.connect()
    await client.query('begin isolation level repeatable read')
    expect(await currentCursor(client)).toBe('2')
    await inTransaction((other) => broadcast(other, at, [read()]))
    expect(await currentCursor(client)).toBe('2')
    expect(await ids(client)).toEqual([1, 2])
    await client.query('commit')
    client.release()
    expect(await currentCursor({ database: { pool } })).toBe('3')
  })
})

class RolledBack extends Error {}

async function inTransaction(work: (client: pg.PoolClient) => Promise<unknown>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
