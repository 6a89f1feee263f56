import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { migrate } from '@/lib/db/migrate'
import { fillInbox, settleInbox } from '../inbox-fill.ts'
import { startDurablePostgres } from '../start-durable-postgres.ts'
import { fillRest } from './fill-rest.ts'
import { findProblems, readPlan, type Finding, type PlanNode } from './read-plan.ts'

const Statement = z.object({ name: z.string().nullable(), text: z.string(), values: z.array(z.unknown()) })
type Statement = z.infer<typeof Statement>

const root = fileURLToPath(new URL('../..', import.meta.url))
const capture = fileURLToPath(new URL('capture-statements.ts', import.meta.url))

/**
 * Every statement that the journeys send, planned by PostgreSQL on a database of a million texts: once with the parameters as they were and
 * once without knowing any. Tells which would read a large table from end to end.
 */
export async function benchPlans() {
  const statements = await captureStatements()
  const postgres = await startDurablePostgres()
  try {
    const admin = new pg.Client({ connectionString: postgres.url('postgres') })
    await admin.connect()
    await admin.query('create database plans')
    await admin.end()
    await migrate({ connectionString: postgres.url('plans') })
    const client = new pg.Client({ connectionString: postgres.url('plans') })
    await client.connect()
    console.log('filling …')
    await fillInbox(client)
    await settleInbox(client, 'tidy')
    await fillRest(client)
    await report(client, statements)
    await client.end()
  } finally {
    await postgres.stop()
  }
}

async function report(client: pg.Client, statements: Statement[]) {
  const { rows } = await client.query<{ name: string; rows: number }>(
    `select relname as name, reltuples::int as rows from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const sizes = new Map(rows.map((row) => [row.name, row.rows]))
  const findings = new Map<string, Finding>()
  for (const statement of statements) {
    const words = statement.name ?? statement.text.replaceAll(/\s+/g, ' ').slice(0, 200)
    const plan = await choosePlan(client, statement)
    if (!plan) {
      console.log(`not planned: ${words}`)
      continue
    }
    for (const finding of findProblems(plan, sizes)) {
      const line = `${words}: ${finding.what}`
      if ((findings.get(line)?.cost ?? 0) < finding.cost) findings.set(line, finding)
    }
  }
  const names = new Set(statements.map((statement) => statement.name ?? statement.text))
  console.log(`${names.size} statements, ${findings.size} of them read much (by PostgreSQL's reckoning):`)
  for (const [line, { cost }] of [...findings].toSorted(([, a], [, b]) => b.cost - a.cost))
    console.log(`${Math.round(cost).toString().padStart(9)}  ${line}`)
}

/** As PostgreSQL does with a prepared statement: the plan that knows no parameters, unless those at hand make a cheaper one. */
async function choosePlan(client: pg.Client, { text, values }: Statement): Promise<PlanNode | null> {
  const known = await explain(client, { text: `explain (format json) ${text}`, values })
  const general = await explain(client, { text: `explain (generic_plan, format json) ${text}` })
  if (!known || !general) return known ?? general
  return general['Total Cost'] < known['Total Cost'] ? general : known
}

/** Null when PostgreSQL cannot plan it alone: nothing says what type a parameter has, or the table is another program's. */
async function explain(client: pg.Client, query: { text: string; values?: unknown[] }) {
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(query)
    return readPlan(rows[0]?.['QUERY PLAN'])
  } catch {
    return null
  }
}

/** Runs the journeys with an ear at the database. Some may fail on a busy machine: their statements were sent all the same. */
async function captureStatements() {
  const directory = await mkdtemp(join(tmpdir(), 'eva-statements-'))
  const options = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'journeys', '--reporter', 'dot']
  const env = { ...process.env, EVA_STATEMENTS: directory, NODE_OPTIONS: `--import ${capture}` }
  const child = spawn(process.execPath, options, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  await new Promise((resolve) => child.once('exit', resolve))
  const files = await readdir(directory)
  const lines = await Promise.all(
    files.map(async (file) => (await readFile(join(directory, file), 'utf8')).split('\n')),
  )
  await rm(directory, { recursive: true })
  const seen = new Map<string, Statement>()
  for (const line of lines.flat().filter(Boolean)) {
    const statement = Statement.parse(JSON.parse(line))
    const pattern = statement.values.map((value) => (value === null ? '-' : value === false ? 'f' : 'x')).join('')
    statement.values = statement.values.map((value) => later(value))
    seen.set(`${statement.name ?? statement.text} ${pattern}`, statement)
  }
  return [...seen.values()]
}

/** The journeys begin on 2 March; the newest text of the filled inbox is of 25 November. */
const laterMilliseconds = Date.parse('2026-11-25T00:00:00Z') - Date.parse('2026-03-02T15:00:00Z')

function later(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => later(item))
  const isTime = typeof value === 'string' && /^2026-0[2-5]-\d\dT[\d:.]+Z$/.test(value)
  return isTime ? new Date(Date.parse(value) + laterMilliseconds).toISOString() : value
}
