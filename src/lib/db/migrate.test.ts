import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEmptyDatabase, type TestDatabase } from '../../../test/helpers/test-database'
import { migrate, migrationsDirectory, readMigrations } from './migrate'

let directory: string
let database: TestDatabase

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'eva-migrations-'))
})

afterAll(async () => {
  await rm(directory, { recursive: true })
})

beforeEach(async () => {
  database = await createEmptyDatabase()
  return () => database.drop()
})

async function ask<Row extends pg.QueryResultRow>(sql: string) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function folder(files: Record<string, string>) {
  const path = await mkdtemp(join(directory, 'set-'))
  await Promise.all(Object.entries(files).map(([name, sql]) => writeFile(join(path, name), sql)))
  return path
}

describe('migrate', () => {
  test('brings an empty database to the newest schema, and a second time changes nothing', async () => {
    const all = await readMigrations(migrationsDirectory())
    expect(await migrate({ connectionString: database.url })).toEqual({ applied: all.length })
    expect(await migrate({ connectionString: database.url })).toEqual({ applied: 0 })
  })

  test('twelve instances starting at once apply every migration exactly once', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => migrate({ connectionString: database.url })))
    const all = await readMigrations(migrationsDirectory())
    expect(results.map((result) => result.applied).toSorted((a, b) => b - a)).toEqual([
      all.length,
      ...Array.from({ length: 11 }, () => 0),
    ])
    expect(await ask('select count(*)::int as count from eva_migrations')).toEqual([{ count: all.length }])
  })

  test('a migration that fails leaves nothing of itself behind and is named', async () => {
    const path = await folder({
      '0001_first.sql': 'create table first (id int)',
      '0002_second.sql': 'create table second (id int); select 1/0',
    })
    await expect(migrate({ connectionString: database.url, directory: path })).rejects.toThrow(
      /0002_second failed: division by zero/,
    )
    expect(
      await ask("select to_regclass('first') is not null as first, to_regclass('second') is not null as second"),
    ).toEqual([{ first: true, second: false }])
  })

  test('refuses a migration that was edited after it was applied', async () => {
    const before = await folder({ '0001_first.sql': 'create table first (id int)' })
    const after = await folder({ '0001_first.sql': 'create table first (id bigint)' })
    await migrate({ connectionString: database.url, directory: before })
    await expect(migrate({ connectionString: database.url, directory: after })).rejects.toThrow(
      /0001_first was changed/,
    )
  })

  test('refuses a database that is newer than the program', async () => {
    const newer = await folder({ '0001_first.sql': 'select 1', '0002_second.sql': 'select 1' })
    const older = await folder({ '0001_first.sql': 'select 1' })
    await migrate({ connectionString: database.url, directory: newer })
    await expect(migrate({ connectionString: database.url, directory: older })).rejects.toThrow(
      /newer than this program \(it has 0002_second\)/,
    )
  })

  test.each([['0002_second.sql'], ['0001_first.sql', '0001_again.sql'], ['0001_first.sql', '0003_third.sql']])(
    'numbers must be unique and without gaps: %s %s',
    async (...names) => {
      const path = await folder(Object.fromEntries(names.map((name) => [name, 'select 1'])))
      await expect(readMigrations(path)).rejects.toThrow(/out of order/)
    },
  )

  test('every table is closed to the public API roles of Supabase', async () => {
    await migrate({ connectionString: database.url })
    const open = await ask(
      `select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = 'public' and relkind = 'r'
         and (not relrowsecurity or has_table_privilege('anon', pg_class.oid, 'select, insert, update, delete')
              or has_table_privilege('authenticated', pg_class.oid, 'select, insert, update, delete'))`,
    )
    expect(open).toEqual([])
  })
})
