import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/helpers/test-database'

const modules = import.meta.glob<Record<string, unknown>>('./*.ts', { eager: true })
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value) => value instanceof PgTable)
  .map((table) => getTableConfig(table))

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

/** Types that PostgreSQL's catalogue spells differently from Drizzle. */
function spelled(type: string) {
  return type.replace('timestamp with time zone', 'timestamptz').replace(/^serial$/, 'integer')
}

describe('the Drizzle schema', () => {
  test('describes tables', () => {
    expect(tables.length).toBeGreaterThanOrEqual(10)
  })

  test.each(tables.map((table) => ({ name: table.name, table })))(
    '$name is what the migrations made',
    async ({ table }) => {
      const result = await client.query<{ name: string; type: string; required: boolean }>(
        `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
       from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attname`,
        [table.name],
      )
      const inDatabase = result.rows.map((row) => ({ ...row, type: spelled(row.type) }))
      const inCode = table.columns
        .map((column) => ({ name: column.name, type: spelled(column.getSQLType()), required: column.notNull }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      expect(inCode).toEqual(inDatabase.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    },
  )

  test('covers every table of the database', async () => {
    const result = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'eva_migrations' order by 1",
    )
    expect(tables.map((table) => table.name).toSorted()).toEqual(result.rows.map((row) => row.name))
  })
})
