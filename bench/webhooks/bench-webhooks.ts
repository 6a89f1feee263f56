import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from '../../src/lib/db/migrate.ts'
import { startDurablePostgres } from '../start-durable-postgres.ts'
import { cpuMilliseconds } from './cpu-time.ts'
import { buildContestants, contestants, startContestant, type Contestant } from './contestants.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import { assertNothingLost } from './assert-nothing-lost.ts'
import { assertSameEvents } from './assert-same-events.ts'
import { report, type Measured } from './report.ts'
import { messageSidOf, ourNumber, type WebhookKind } from './requests.ts'

const kinds: WebhookKind[] = ['sms', 'message-status']
const connections = 64
const secondsEach = 2

/** More than any contestant answers in the time; each request is sent once. */
const requestsEach: Record<Contestant, number> = {
  ours: 20_000,
  express: 8_000,
  'express, not live': 8_000,
  next: 4_000,
  'bare batched': 20_000,
  'signature only': 40_000,
}

type Running = {
  name: Contestant
  port: number
  pid: number
  client: pg.Client
  next: Record<WebhookKind, number>
  stop: () => Promise<void>
}

/** Signed webhooks, everything written and durable before the answer, side by side; afterwards every row is counted. */
export async function benchWebhooks(rounds: number) {
  console.log('building…')
  await buildContestants()
  const postgres = await startDurablePostgres()
  const load = fork(fileURLToPath(new URL('load.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const running: Running[] = []
  try {
    for (const name of contestants) running.push(await start(name, postgres.url, rounds))
    const measured = new Map<WebhookKind, Map<Contestant, Measured[]>>()
    for (const kind of kinds) {
      for (const one of running) await measure(load, one, kind, 0.5)
      const rates = new Map<Contestant, Measured[]>(contestants.map((name) => [name, []]))
      measured.set(kind, rates)
      for (let round = 0; round < rounds; round += 1) {
        // Another begins each time, so that nobody always follows the same neighbour.
        for (let turn = 0; turn < running.length; turn += 1) {
          const one = running[(turn + round) % running.length]
          if (!one) continue
          rates.get(one.name)?.push(await measure(load, one, kind, secondsEach))
        }
      }
    }
    for (const one of running) if (one.name !== 'signature only') await assertNothingLost(one)
    await assertSameEvents(running.filter(({ name }) => name !== 'signature only'))
    report(measured)
    console.log('\nrows counted: none lost, none double; all wrote the same event')
  } finally {
    load.disconnect()
    for (const one of running) {
      await one.client.end()
      await one.stop()
    }
    await postgres.stop()
  }
}

async function start(name: Contestant, url: (database: string) => string, rounds: number): Promise<Running> {
  const database = `bench_${name.replaceAll(/\W+/g, '_')}`
  const admin = new pg.Client({ connectionString: url('postgres') })
  await admin.connect()
  await admin.query(`create database ${database}`)
  await admin.end()
  await migrate({ connectionString: url(database) })
  const client = new pg.Client({ connectionString: url(database) })
  await client.connect()
  await insertSentTexts(client, (requestsEach[name] / 2) * (rounds + 1))
  const contestant = await startContestant(name, url(database))
  return { name, client, ...contestant, next: { sms: 0, 'message-status': 0 } }
}

async function insertSentTexts(client: pg.Client, count: number) {
  await client.query(
    `insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction, created_at)
     values (gen_random_uuid(), $1, '+14155550111', now(), '', 'outbound', now())`,
    [ourNumber],
  )
  for (let first = 0; first < count; first += 10_000) {
    const sids = Array.from({ length: Math.min(10_000, count - first) }, (_, index) =>
      messageSidOf('outbound', first + index),
    )
    await client.query(
      `insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number, body,
         num_segments, created_at, updated_at)
       select gen_random_uuid(), sid, conversations.id, 'outbound', 'queued', 20, $2, '+14155550111', 'Hello', 1, now(), now()
         from unnest($1::text[]) sid, conversations`,
      [sids, ourNumber],
    )
  }
  await client.query('analyze')
}

async function measure(load: ChildProcess, one: Running, kind: WebhookKind, seconds: number): Promise<Measured> {
  const order: LoadOrder = {
    port: one.port,
    kind,
    first: one.next[kind],
    count: requestsEach[one.name],
    connections,
    seconds,
  }
  const cpuBefore = await cpuMilliseconds(one.pid, one.client)
  const result = await sendOrder(load, order)
  const cpuAfter = await cpuMilliseconds(one.pid, one.client)
  if (result.accepted !== result.sent) throw new Error(`${one.name} refused ${result.sent - result.accepted}`)
  one.next[kind] += result.sent
  return { ...result, cpuMicroseconds: ((cpuAfter - cpuBefore) * 1000) / result.accepted }
}

function sendOrder(load: ChildProcess, order: LoadOrder) {
  return new Promise<LoadResult>((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the load generator ended with ${code}`))
    load.once('exit', ended)
    load.once('message', (result: LoadResult) => {
      load.off('exit', ended)
      resolve(result)
    })
    load.send(order)
  })
}
