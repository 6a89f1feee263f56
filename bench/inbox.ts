import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SignJWT } from 'jose'
import pg from 'pg'
import { z } from 'zod'
import { migrate } from '@/lib/db/migrate'
import { fillInbox, settleInbox, size, type Habit } from './inbox-fill.ts'
import { startDurablePostgres } from './start-durable-postgres.ts'

const server = fileURLToPath(new URL('../dist/server/server.js', import.meta.url))
const hostUrl = 'http://host.invalid'
const hostSecret = 'the secret of the benchmark and of nothing else'
const promisedMilliseconds = 100
const timesEach = 200

type Ask = { what: string; path: (n: number) => string }

const me = '00000000-0000-7000-8000-000000000003'
const word = (n: number, share: number) => `w${Math.floor(size.vocabulary * share) + n}`

/** What a recruiter's screen asks for; `n` counts, so that no question is asked twice in the same words. */
const lists: Ask[] = [
  { what: 'list: open', path: () => 'conversations?status=open' },
  { what: 'list: all', path: () => 'conversations' },
  { what: 'list: snoozed', path: () => 'conversations?status=snoozed' },
  { what: 'list: done', path: () => 'conversations?status=done' },
  { what: 'list: mine, open', path: () => `conversations?status=open&assignedTo=${me}` },
  { what: 'list: mine, all', path: () => `conversations?assignedTo=${me}` },
  { what: 'list: unassigned', path: () => 'conversations?status=open&assignedTo=nobody' },
  { what: 'list: unread', path: () => 'conversations?unread=true' },
  { what: 'list: one number', path: (n) => `conversations?status=open&ourNumber=%2B1415555000${n % 5}` },
  { what: 'list: mentions', path: () => 'mentions' },
  { what: 'counts', path: () => 'conversations/counts' },
  { what: 'colleagues', path: () => 'colleagues' },
]
const searches: Ask[] = [
  { what: 'search: common name', path: (n) => `conversations?q=${['ann', 'dana', 'emil'][n % 3]}` },
  { what: 'search: rare name', path: (n) => `conversations?q=${n.toString(16).padStart(4, 'a')}` },
  { what: 'search: two letters', path: (n) => `conversations?q=${['an', 'zq', '0f'][n % 3]}` },
  { what: 'search: part of a number', path: (n) => `conversations?q=${4000 + n * 37}` },
  { what: 'search: whole number', path: (n) => `conversations?q=%2B1415${String((n + 500) * 37).padStart(7, '0')}` },
  { what: 'search: common word', path: (n) => `search?q=${word(n % 5, 0)}` },
  { what: 'search: usual word', path: (n) => `search?q=${word(n, 0.02)}` },
  { what: 'search: rare word', path: (n) => `search?q=${word(n, 0.9)}` },
  { what: 'search: two usual words', path: (n) => `search?q=${word(n, 0.01)}+${word(n, 0.03)}` },
  { what: 'search: common and rare word', path: (n) => `search?q=${word(n % 5, 0)}+${word(n, 0.8)}` },
  { what: 'search: beginning of words', path: (n) => `search?q=w${n % 10}` },
  { what: 'search: no such word', path: (n) => `search?q=absent${n}` },
]

/** A hundred thousand conversations and a million texts: how long the server takes for what an inbox asks, over HTTP. */
export async function run() {
  if (!existsSync(server)) throw new Error('Build first: npm run build')
  const postgres = await startDurablePostgres()
  try {
    const admin = new pg.Client({ connectionString: postgres.url('postgres') })
    await admin.connect()
    await admin.query('create database inbox')
    await admin.end()
    const url = postgres.url('inbox')
    await migrate({ connectionString: url })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    console.log(`filling ${size.conversations} conversations with ${size.texts} texts …`)
    await fillInbox(client)
    for (const habit of ['tidy', 'untidy'] as const) await measure(client, url, habit)
    await client.end()
  } finally {
    await postgres.stop()
  }
}

async function measure(client: pg.Client, databaseUrl: string, habit: Habit) {
  await settleInbox(client, habit)
  const { rows } = await client.query<{ id: string; text: string }>(
    `select conversation.id, (select id from twilio_messages where conversation_id = conversation.id order by created_at limit 1) as text
     from conversations conversation order by random() limit ${timesEach}`,
  )
  const one = (n: number) => rows[n % rows.length] ?? { id: '', text: '' }
  const opens: Ask[] = [
    { what: 'open: conversation', path: (n) => `conversations/${one(n).id}` },
    { what: 'open: timeline', path: (n) => `conversations/${one(n).id}/timeline` },
    { what: 'open: around a text', path: (n) => `conversations/${one(n).id}/timeline?around=${one(n).text}` },
  ]
  console.log(habit === 'tidy' ? '\nmost are done' : '\nnobody says done, nearly all are assigned')
  const app = await startApp(databaseUrl)
  try {
    const token = await signIn()
    for (const ask of [...lists, ...searches, ...opens]) await time(app.url, token, ask)
  } finally {
    app.stop()
  }
}

async function time(url: string, token: string, { what, path }: Ask) {
  const took: number[] = []
  let found = 0
  for (let n = -10; n < timesEach; n += 1) {
    const started = performance.now()
    const response = await fetch(`${url}/api/twilio/messages/${path(Math.abs(n))}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path(n)}: ${text}`)
    // The first few find cold caches and unplanned statements.
    if (n >= 0) took.push(performance.now() - started)
    found += (text.match(/"id":/g) ?? []).length
  }
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const kept = at(0.99) <= promisedMilliseconds
  if (!kept) process.exitCode = 1
  const figures = [at(0.5), at(0.99)].map((ms) => `${ms.toFixed(1).padStart(6)} ms`).join('  ')
  console.log(
    `${what.padEnd(30)} p50 ${figures} p99  ${found > 0 ? '' : '(nothing found) '}${kept ? '' : 'NOT as promised'}`,
  )
}

/** As one of the people who have conversations and mentions. */
function signIn() {
  return new SignJWT({ app_metadata: { eva_role: 'agent' } })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(me)
    .setIssuer(`${hostUrl}/auth/v1`)
    .setAudience('authenticated')
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(hostSecret))
}

const ready = z.object({ url: z.string() })

/** The built server in a process of its own, without background work. */
async function startApp(databaseUrl: string) {
  const child = fork(server, {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: 'http://localhost',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'token-of-the-benchmark',
      TWILIO_PHONE_NUMBER: '+14155550100',
      TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
      EVA_SECRET: 'only for the benchmark, never for people',
      SUPABASE_URL: hostUrl,
      SUPABASE_JWT_SECRET: hostSecret,
      EVA_ROLE: 'web',
      LOG_LEVEL: 'error',
      PORT: '0',
    },
  })
  const { url } = ready.parse(await new Promise((resolve) => child.once('message', resolve)))
  return { url, stop: () => child.kill() }
}
