import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'
import { startDatabaseProxy } from '../helpers/start-database-proxy'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

const password = 'correct horse battery'
let database: TestDatabase
let wire: Awaited<ReturnType<typeof startDatabaseProxy>>
let journey: AuthJourney
let cookie: string

beforeAll(async () => {
  database = await createTestDatabase()
  wire = await startDatabaseProxy(database.url)
  journey = await startAuthJourney({}, { databaseUrl: wire.url })
  const ada = await journey.addPerson({ name: 'Ada', email: 'ada@example.com', role: 'admin', password })
  cookie = ada.cookie
})
afterAll(async () => {
  await journey.close()
  await wire.close()
  await database.drop()
})
beforeEach(() => {
  wire.mend()
  // What this process remembers of who is signed in would answer without the database.
  journey.server.installation.auth.actors.forgetAll()
})

const unavailable = {
  error: { code: 'unavailable', message: expect.stringContaining('database'), requestId: expect.any(String) },
}

test('a database that is gone makes signing in unavailable, not broken', async () => {
  wire.cut()
  const answer = await journey.signIn('ada@example.com', password)
  expect([answer.status, await answer.json()]).toEqual([503, unavailable])
})

test('so does one that goes away between counting the attempt and looking the person up', async () => {
  const { pool } = journey.server.installation.database
  // oxlint-disable-next-line typescript/unbound-method -- the proxy hands `this` on
  pool.connect = new Proxy(pool.connect, {
    apply(target, self, given) {
      // Our own single statements pass a callback; better-auth takes a connection and waits for it.
      if (given.length === 0) wire.cut()
      return Reflect.apply(target, self, given)
    },
  })
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const answer = await journey.signIn('ada@example.com', password)
  Reflect.deleteProperty(pool, 'connect')
  expect(printed.mock.calls, 'nothing is printed beside the log').toEqual([])
  printed.mockRestore()
  expect([answer.status, await answer.json()]).toEqual([503, unavailable])
})

test.each(['/api/auth/get-session', '/api/twilio/me'])('%s with a session is unavailable too', async (path) => {
  wire.cut()
  const answer = await journey.fetch(path, { headers: { cookie } })
  expect([answer.status, await answer.json()]).toEqual([503, unavailable])
})

test('who asks whether it is ready hears what is missing, not where the database is', async () => {
  wire.cut()
  const answer = await journey.fetch('/readyz')
  const text = await answer.text()
  expect(answer.status).toBe(503)
  expect(JSON.parse(text).checks[0]).toEqual({ name: 'database', ok: false, reason: 'The database does not answer.' })
  expect(text).not.toMatch(/127\.0\.0\.1|ECONN|terminated|timeout/i)
})

test('a session outlives the outage', async () => {
  wire.cut()
  expect((await journey.fetch('/api/twilio/me', { headers: { cookie } })).status).toBe(503)
  wire.mend()
  expect((await journey.fetch('/api/twilio/me', { headers: { cookie } })).status).toBe(200)
})
