import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/helpers/test-database'
import { arrayLiteral } from './array-literal'

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

describe('arrayLiteral', () => {
  test('whatever the texts, PostgreSQL reads the same', async () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('a"\\{},\'N \n\t😀é')), maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.oneof(text, fc.constant('NULL'), fc.constant('null')))),
        async (values) => {
          const { rows } = await client.query('select $1::text[] as read', [arrayLiteral(values)])
          expect(rows[0].read).toEqual(values)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('numbers too', async () => {
    const { rows } = await client.query('select $1::integer[] as read', [arrayLiteral([1, null, -2])])
    expect(rows[0].read).toEqual([1, null, -2])
  })
})
