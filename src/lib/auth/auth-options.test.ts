import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseConfig } from '@/config'
import { authOptions } from '@/lib/auth/auth-options'
import { openDatabase, type Database } from '@/lib/db/client'
import { createMovableClock } from '@/lib/utils/clock'
import { createLog } from '@/lib/utils/log'
import { createTestDatabase, type TestDatabase } from '../../../test/helpers/test-database'

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = openDatabase({ connectionString: testDatabase.url })
})
afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})

function options() {
  const config = parseConfig({
    DATABASE_URL: testDatabase.url,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_PHONE_NUMBER: '+14155550100',
    EVA_SECRET: 'a secret of the tests, long enough',
  })
  return authOptions({ config, database, clock: createMovableClock(new Date(0)), log: createLog('silent') })
}

test('our migrations made every table, column and index that better-auth wants, in types it accepts', async () => {
  const plan = await getMigrations(options(), { throwOnUnsafe: false })
  expect(plan).toMatchObject({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    unsafeChanges: [],
    schemaProblems: [],
  })
})

test('a column that is missing would be noticed', async () => {
  await database.pool.query('alter table sessions drop column user_agent')
  const plan = await getMigrations(options(), { throwOnUnsafe: false })
  expect(plan.toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)])).toEqual([
    ['sessions', ['user_agent']],
  ])
})
