import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '@/lib/db/migrate'

export type TestDatabase = { url: string; drop(): Promise<void> }

/** Any number will do; one worker builds the template while the others wait. */
const templateLock = 5_151_907

/** A database of the test's own with every migration applied: a copy of a template that the run builds once. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, prefix } = inject('postgres')
  const template = `${prefix}_template`
  await asAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    if (!(await isTemplate(client, template))) await buildTemplate(client, adminUrl, template)
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  })
  return createDatabase(template)
}

/** A database of the test's own without anything in it, for what migrates by itself. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0')
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const { adminUrl, prefix } = inject('postgres')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  // Copying the files is cheap where nothing is made durable; the other way writes every page to the log.
  await asAdmin(adminUrl, (client) => client.query(`create database ${name} template ${template} strategy file_copy`))
  const drop = () => asAdmin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
  return { url: urlOf(adminUrl, name), drop: async () => void (await drop()) }
}

async function isTemplate(client: pg.Client, name: string) {
  const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [name])
  return rowCount === 1
}

async function buildTemplate(client: pg.Client, adminUrl: string, name: string) {
  await client.query(`drop database if exists ${name}`)
  await client.query(`create database ${name}`)
  await migrate({ connectionString: urlOf(adminUrl, name) })
  await client.query(`alter database ${name} with is_template true`)
}

function urlOf(adminUrl: string, database: string) {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
