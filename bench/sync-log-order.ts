import pg from 'pg'
import { startDurablePostgres } from './start-durable-postgres.ts'

const secondsEach = 2
const eventsRead = 75
const eventJson = JSON.stringify({ operationId: '018f2b6e-7d3a-7c1e-9a4b-3f5d2c1b0a99', kind: 'x'.repeat(400) })

type Way = { name: string; lock: boolean; notify: boolean }

/** Ids are given under a lock that is held to the commit. */
const locked: Way = { name: 'advisory lock, notify', lock: true, notify: true }

/** All write one fact and `batch` events per durable transaction. The first is the ceiling, and wrong: its readers lose rows. */
const ways: Way[] = [
  { name: 'no order, no notify', lock: false, notify: false },
  { name: 'no order, notify (what pg_snapshot_xmin needs)', lock: false, notify: true },
  locked,
]

/**
 * Decision 0003: what the order of the log costs writers, and what it costs readers to stay below pg_snapshot_xmin instead. Prints two tables.
 */
export async function run() {
  const postgres = await startDurablePostgres()
  const pool = new pg.Pool({ connectionString: postgres.url('postgres'), max: 66 })
  pool.on('error', () => undefined)
  try {
    await pool.query(`create table facts (id bigint generated always as identity primary key, body text not null);
      create table log (id bigint generated always as identity primary key, xid xid8 not null default pg_current_xact_id(), data json not null);
      create index on log (xid, id)`)
    console.log('events/s in durable transactions, by writers × events per transaction')
    console.log('| | 1 × 1 | 8 × 1 | 64 × 1 | 8 × 100 |\n|---|---|---|---|---|')
    for (const way of ways) {
      const cells = []
      for (const [writers, batch] of [
        [1, 1],
        [8, 1],
        [64, 1],
        [8, 100],
      ] as const) {
        cells.push(Math.round(await writeFor(pool, way, writers, batch)))
      }
      console.log(`| ${way.name} | ${cells.join(' | ')} |`)
    }
    console.log(
      '\ncommit to visible for a reader, ms p50 / max, while another transaction of the cluster writes for 1.5 s',
    )
    console.log('| | quiet | long transaction |\n|---|---|---|')
    for (const reader of ['above the last id', 'below pg_snapshot_xmin'] as const) {
      const quiet = await visibleAfter(pool, reader, false)
      const long = await visibleAfter(pool, reader, true)
      console.log(`| ${reader} | ${quiet.join(' / ')} | ${long.join(' / ')} |`)
    }
  } finally {
    await pool.end()
    await postgres.stop()
  }
}

async function writeFor(pool: pg.Pool, way: Way, writers: number, batch: number) {
  let events = 0
  const end = performance.now() + secondsEach * 1_000
  const writer = async () => {
    const client = await pool.connect()
    while (performance.now() < end) {
      await client.query('begin')
      await client.query({ name: 'fact', text: `insert into facts (body) values ($1)`, values: ['a fact'] })
      await append(client, way, batch)
      await client.query('commit')
      events += batch
    }
    client.release()
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return events / secondsEach
}

/** The shape of `broadcast` in src/lib/utils/twilio-broadcast.ts. */
async function append(client: pg.ClientBase, way: Way, batch: number) {
  await client.query({
    name: way.name,
    text: `with held as materialized (select ${way.lock ? 'pg_advisory_xact_lock(1)' : '1'}),
                appended as (
                  insert into log (data) select event from held, unnest($1::json[]) with ordinality as e (event, position) order by position
                )
           select ${way.notify ? `pg_notify('log', '')` : '1'}`,
    values: [Array.from({ length: batch }, () => eventJson)],
  })
}

const readers = {
  'above the last id': `select xid, id from log where id > $2 and $1::xid8 is not null order by id`,
  'below pg_snapshot_xmin': `select xid, id from log where (xid, id) > ($1::xid8, $2)
                               and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, id`,
}

/** Polls without pause, as a reader that was just notified; one event is written every 20 ms. */
async function visibleAfter(pool: pg.Pool, reader: keyof typeof readers, withLong: boolean) {
  const [long, client, readerClient] = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
  let last = await readerClient
    .query<{ xid: string; id: string }>('select xid, id from log order by id desc limit 1')
    .then((result) => result.rows[0])
  await long.query('begin')
  if (withLong) await long.query('select pg_current_xact_id()')
  const committedAt: number[] = []
  const write = async () => {
    const begun = performance.now()
    for (let index = 0; index < eventsRead; index += 1) {
      await client.query('begin')
      await append(client, locked, 1)
      await client.query('commit')
      committedAt.push(performance.now())
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + index * 20 - performance.now())))
    }
    await long.query('rollback')
  }
  const read = async () => {
    const latencies: number[] = []
    while (latencies.length < eventsRead) {
      const { rows } = await readerClient.query<{ xid: string; id: string }>({
        name: reader,
        text: readers[reader],
        values: [last?.xid ?? '0', last?.id ?? '0'],
      })
      for (const row of rows) {
        const now = performance.now()
        latencies.push(Math.max(0, now - (committedAt[latencies.length] ?? now)))
        last = row
      }
    }
    return latencies.toSorted((a, b) => a - b)
  }
  const [latencies] = await Promise.all([read(), write()])
  for (const each of [long, client, readerClient]) each.release()
  return [latencies[Math.floor(eventsRead / 2)], latencies.at(-1)].map((value) => Math.round((value ?? 0) * 10) / 10)
}
