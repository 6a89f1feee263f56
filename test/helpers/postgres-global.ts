import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startThrowawayPostgres } from '../../launcher/postgres/start-throwaway-postgres.js'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { adminUrl: string; prefix: string }
  }
}

/** One PostgreSQL for the whole run: that of TEST_DATABASE_URL, else a throw-away one. Ours is gone afterwards either way. */
export async function setup(project: TestProject) {
  const prefix = `eva_test_${randomBytes(4).toString('hex')}`
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: () => dropDatabases(given, prefix) } : await startThrowawayPostgres()
  project.provide('postgres', { adminUrl: server.url, prefix })
  return () => server.stop()
}

async function dropDatabases(adminUrl: string, prefix: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where starts_with(datname, $1)`,
    [prefix],
  )
  for (const { datname } of rows) {
    await client.query(`alter database ${datname} with is_template false`)
    await client.query(`drop database ${datname} with (force)`)
  }
  await client.end()
}
