import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { rolldown } from 'rolldown'
import { migrate } from '../src/lib/db/migrate.ts'
import { broadcast } from '../src/lib/utils/twilio-broadcast.ts'
import { startDurablePostgres } from './start-durable-postgres.ts'
import type { ClientsAnswer, ClientsOrder } from './sync-fanout-clients.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const clientCount = 1_000
const eventsPerSecond = 200
const seconds = 15
const promisedMilliseconds = 150

/**
 * 1,000 SSE clients while 200 events a second commit, each in a durable transaction of its own: how long from the commit to each client.
 * Server, clients and PostgreSQL share this machine.
 */
export async function run() {
  await build()
  const postgres = await startDurablePostgres()
  const databaseUrl = await createDatabase(postgres.url)
  const server = start(`${root}dist/bench/sync-server.js`, {
    DATABASE_URL: databaseUrl,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'only for the benchmark',
    TWILIO_PHONE_NUMBER: '+14155550100',
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    EVA_SECRET: 'only for the benchmark, never for people',
    EVA_ROLE: 'web',
    LOG_LEVEL: 'warn',
    PORT: '0',
  })
  const clients = start(fileURLToPath(new URL('sync-fanout-clients.ts', import.meta.url)), {})
  try {
    const { url } = await answerOf<{ url: string }>(server)
    const tickets = await issueTickets(databaseUrl)
    order(clients, { connect: tickets.map((ticket) => `${url}/api/twilio/sync?ticket=${ticket}`) })
    await answerOf<ClientsAnswer>(clients)

    const cpuBefore = cpuSeconds(server)
    const sent = await write(databaseUrl)
    const cpu = cpuSeconds(server) - cpuBefore
    order(clients, { committedAt: sent.committedAt })
    report(sent, cpu, await answerOf<Extract<ClientsAnswer, { deliveries: number }>>(clients))
  } finally {
    await stop(clients)
    await stop(server)
    await postgres.stop()
  }
}

function report(
  sent: { committedAt: number[]; seconds: number },
  cpu: number,
  measured: { deliveries: number; latenciesMilliseconds: number[] },
) {
  const [median, p90, p99, p999, slowest] = measured.latenciesMilliseconds
  const events = sent.committedAt.length
  const expected = events * clientCount
  console.log(`| | |\n|---|---|`)
  console.log(`| clients × events/s | ${clientCount} × ${Math.round(events / sent.seconds)} |`)
  console.log(`| deliveries/s | ${Math.round(measured.deliveries / sent.seconds).toLocaleString('en')} |`)
  console.log(
    `| commit to client, ms: p50 / p90 / p99 / p99.9 / max | ${[median, p90, p99, p999, slowest].join(' / ')} |`,
  )
  console.log(`| server CPU, share of one core | ${Math.round((cpu / sent.seconds) * 100)} % |`)
  console.log(`| lost | ${expected - measured.deliveries} of ${expected.toLocaleString('en')} |`)
  if (measured.deliveries !== expected) throw new Error('a client missed an event')
  const verdict = p99 !== undefined && p99 <= promisedMilliseconds ? 'kept' : 'BROKEN'
  console.log(`promise (p99 ≤ ${promisedMilliseconds} ms): ${verdict}`)
}

/** One transaction per event at a steady rate, whether or not the last is done; then a moment for the last to arrive. */
async function write(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 })
  const begun = performance.now()
  const pending: Promise<number>[] = []
  for (let second = 0; second < seconds * 100; second += 1) {
    const due = begun + second * 10
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    for (let index = 0; index < eventsPerSecond / 100; index += 1) pending.push(append(pool, pending.length))
  }
  const committedAt = await Promise.all(pending)
  const elapsed = (performance.now() - begun) / 1_000
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await pool.end()
  return { committedAt, seconds: elapsed }
}

/** Answers when the commit was known to the writer. */
async function append(pool: pg.Pool, number: number) {
  const client = await pool.connect()
  await client.query('begin')
  await broadcast(client, new Date(), [
    { type: 'operation.failed', data: { operationId: randomUUID(), kind: String(number) } },
  ])
  await client.query('commit')
  client.release()
  return Number(process.hrtime.bigint() / 1_000n)
}

/** Each client is someone else: one person may not have a thousand streams. */
async function issueTickets(databaseUrl: string) {
  const tickets = Array.from({ length: clientCount }, () => randomBytes(24).toString('base64url'))
  const expiresAt = new Date(Date.now() + 60_000).toISOString()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `insert into twilio_sync_tickets (ticket_hash, actor, expires_at)
     select hash, json_build_object('type', 'operator', 'userId', 'bench-' || position, 'role', 'admin',
                                    'host', json_build_object('name', 'bench', 'email', null, 'expiresAt', $2::text)), $2::timestamptz
     from unnest($1::bytea[]) with ordinality as ticket (hash, position)`,
    [tickets.map((ticket) => createHash('sha256').update(ticket).digest()), expiresAt],
  )
  await client.end()
  return tickets
}

async function build() {
  const bundle = await rolldown({
    cwd: root,
    input: { 'sync-server': 'src/server.ts' },
    platform: 'node',
    external: /^(?!@\/|\.|\/|src\/)/,
    resolve: { alias: { '@': `${root}src` } },
  })
  await bundle.write({ dir: `${root}dist/bench`, format: 'esm' })
}

async function createDatabase(url: (database: string) => string) {
  const admin = new pg.Client({ connectionString: url('postgres') })
  await admin.connect()
  await admin.query('create database bench_sync')
  await admin.end()
  await migrate({ connectionString: url('bench_sync') })
  return url('bench_sync')
}

function start(file: string, env: Record<string, string>) {
  return fork(file, {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

function order(child: ChildProcess, message: ClientsOrder) {
  child.send(message)
}

function answerOf<Answer>(child: ChildProcess) {
  return new Promise<Answer>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a process of the benchmark ended with ${code}`)))
    child.once('message', (message: Answer) => resolve(message))
  })
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.removeAllListeners('exit').once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** User and system time of a process so far, as Linux tells it (in hundredths); not a number elsewhere. */
function cpuSeconds(child: ChildProcess) {
  const file = `/proc/${child.pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
