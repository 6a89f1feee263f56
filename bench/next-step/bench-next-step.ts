import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { serverFlags } from '../../launcher/stack/server-flags.js'
import { migrate } from '../../src/lib/db/migrate.ts'
import { menuFlow } from '../menu-flow.ts'
import { startDurablePostgres } from '../start-durable-postgres.ts'
import type { LoadOrder } from '../webhooks/load.ts'
import { accountSid, authToken, ourNumber, publicOrigin } from '../webhooks/requests.ts'
import type { CallersOrder, CallersResult } from './callers.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const adminKey = 'only for the benchmark, never for people'
const perSecond = 100
const seconds = 8
const calls = 400
const promised = { timesStatic: 3, timesIdle: 2 }

const Ready = z.union([z.object({ port: z.number() }), z.object({ url: z.string() })])
const Sent = z.object({ sent: z.number() })
const Finished = z.object({
  answered: z.number(),
  wrong: z.number(),
  medianMs: z.number(),
  p99Ms: z.number(),
  worstMs: z.number(),
})

/**
 * A press in a phone menu: signature, state, step, log, TwiML, durable before it is answered; beside a server that answers the same
 * document to everybody at the same rate, and again while 64 connections bring as many inbound texts as the machine takes.
 */
export async function benchNextStep(rounds: number) {
  spawnSync(process.execPath, ['launcher/build.js'], { cwd: root, stdio: 'ignore' })
  const postgres = await startDurablePostgres()
  const children: ChildProcess[] = []
  const begin = (file: string, env: NodeJS.ProcessEnv = process.env, execArgv: string[] = []) => {
    const child = fork(file, { cwd: root, env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    children.push(child)
    return child
  }
  try {
    const ours = await portOf(begin(`${root}dist/server/server.js`, await installation(postgres.url), serverFlags))
    await publishMenu(ours)
    const bare = await portOf(begin(here('static-server.ts'), process.env, serverFlags))
    const callers = begin(here('callers.ts'))
    const texts = begin(fileURLToPath(new URL('../webhooks/load.ts', import.meta.url)))
    const press = async (port: number): Promise<CallersResult> => {
      const order: CallersOrder = { port, path: '/api/twilio/webhooks/voice', perSecond, seconds, calls }
      return Finished.parse(await ask(callers, order))
    }
    /** Resolves when the texts flow, with what will have been sent. */
    const flood = async (order: { first: number; count: number; seconds: number }) => {
      await ask(texts, { port: ours, kind: 'sms', connections: 64, announce: true, ...order })
      return { sent: firstMessage(texts).then((result) => Sent.parse(result).sent) }
    }
    const results: Record<'bare' | 'idle' | 'flooded', CallersResult>[] = []
    let first = 0
    // Everybody warm, as after a minute of work.
    await press(bare)
    await press(ours)
    first += await (await flood({ first, count: 30_000, seconds: 4 })).sent
    for (let round = 0; round < rounds; round += 1) {
      const [staticServer, idle] = [await press(bare), await press(ours)]
      const flooding = await flood({ first, count: 100_000, seconds: seconds + 1 })
      const [flooded, sent] = await Promise.all([press(ours), flooding.sent])
      first += sent
      if (idle.wrong + flooded.wrong > 0) throw new Error('a caller heard the answer to another key')
      results.push({ bare: staticServer, idle, flooded })
      console.log(line(round, { bare: staticServer, idle, flooded }), `${Math.round(sent / (seconds + 1))} texts/s`)
    }
    report(results)
  } finally {
    for (const child of children) await end(child)
    await postgres.stop()
  }
}

function line(round: number, { bare, idle, flooded }: Record<'bare' | 'idle' | 'flooded', CallersResult>) {
  return `round ${round + 1}, ms p50 / p99 / worst: static ${words(bare)} · ours ${words(idle)} · under texts ${words(flooded)} at`
}

function words({ medianMs, p99Ms, worstMs }: CallersResult) {
  return `${medianMs.toFixed(1)} / ${p99Ms.toFixed(1)} / ${worstMs.toFixed(1)}`
}

function report(results: readonly Record<'bare' | 'idle' | 'flooded', CallersResult>[]) {
  const againstStatic = median(results.map(({ idle, bare }) => idle.p99Ms / bare.p99Ms))
  const againstIdle = median(results.map(({ idle, flooded }) => flooded.p99Ms / idle.p99Ms))
  console.log(`\n${perSecond} presses a second of ${calls} calls, medians of ${results.length} rounds`)
  console.log(`p99 ÷ static TwiML: ${againstStatic.toFixed(2)} (promised ${promised.timesStatic})`)
  console.log(`p99 under texts ÷ idle: ${againstIdle.toFixed(2)} (promised ${promised.timesIdle})`)
}

function median(values: readonly number[]) {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0
}

function here(file: string) {
  return fileURLToPath(new URL(file, import.meta.url))
}

async function installation(url: (database: string) => string): Promise<NodeJS.ProcessEnv> {
  const admin = new pg.Client({ connectionString: url('postgres') })
  await admin.connect()
  await admin.query('create database bench_next_step')
  await admin.end()
  await migrate({ connectionString: url('bench_next_step') })
  return {
    PATH: process.env.PATH,
    DATABASE_URL: url('bench_next_step'),
    PUBLIC_URL: publicOrigin,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_PHONE_NUMBER: ourNumber,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    EVA_SECRET: adminKey,
    EVA_API_KEY: adminKey,
    LOG_LEVEL: 'warn',
    EVA_ROLE: 'web',
    PORT: '0',
    NODE_ENV: 'development',
  }
}

async function publishMenu(port: number) {
  const api = async (path: string, body?: unknown, method = body ? 'POST' : 'GET'): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/twilio/${path}`, {
      method,
      headers: { Authorization: `Bearer ${adminKey}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const flow = z
    .object({ id: z.string(), draftRevision: z.number() })
    .parse(await api('ivr/flows', { name: 'Menu', definition: menuFlow }))
  await api(`ivr/flows/${flow.id}/publish`, { message: 'For the bench', revision: flow.draftRevision })
  const numbers = z
    .object({ items: z.array(z.object({ id: z.string(), phoneNumber: z.string() })) })
    .parse(await api('numbers'))
  const number = numbers.items.find(({ phoneNumber }) => phoneNumber === ourNumber)
  if (!number) throw new Error('our number is not known')
  await api(`numbers/${number.id}`, { answer: { flowId: flow.id } }, 'PATCH')
}

async function portOf(child: ChildProcess) {
  const ready = Ready.parse(await firstMessage(child))
  return 'port' in ready ? ready.port : Number(new URL(ready.url).port)
}

function ask(child: ChildProcess, order: CallersOrder | LoadOrder): Promise<unknown> {
  const answer = firstMessage(child)
  child.send(order)
  return answer
}

function firstMessage(child: ChildProcess) {
  return new Promise<unknown>((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
