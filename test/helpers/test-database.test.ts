import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from './test-database'

test('many tests asking at once each get a migrated database of their own', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, () => createTestDatabase()))
  try {
    expect(new Set(databases.map(({ url }) => url)).size).toBe(6)
    for (const { url } of databases) expect(await count(url, 'select from eva_migrations')).toBeGreaterThan(0)
  } finally {
    await Promise.all(databases.map((database) => database.drop()))
  }
})

test('a dropped database is gone, also while something is connected to it', async () => {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  const ended = new Promise((resolve) => client.once('end', resolve))
  await database.drop()
  await ended
  await expect(count(database.url, 'select')).rejects.toThrow('does not exist')
})

async function count(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rowCount
  } finally {
    await client.end()
  }
}
