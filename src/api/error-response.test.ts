import { Hono } from 'hono'
import { DrizzleQueryError } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { errorResponse } from '@/api/error-response'
import type { AppEnv } from '@/api/request-context'
import { createLog } from '@/lib/utils/log'

async function answerTo(error: Error) {
  const app = new Hono<AppEnv>()
  app.onError(errorResponse(createLog('silent')))
  app.get('/', () => {
    throw error
  })
  const response = await app.request('/')
  return { status: response.status, text: await response.text() }
}

test('a database that is gone is a 503 that invites to try again, however deep it stands', async () => {
  const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:9/nothing' })
  const refused = await pool.query('select 1').catch((error: Error) => error)
  await pool.end()
  if (!(refused instanceof Error)) throw new Error('somebody answered')
  expect(await answerTo(refused)).toMatchObject({ status: 503, text: expect.stringContaining('"unavailable"') })
  expect((await answerTo(new DrizzleQueryError('select 1', [], refused))).status).toBe(503)
})

test('a mistake of ours is a 500 that says nothing of it', async () => {
  const answer = await answerTo(new TypeError('undefined is not a function'))
  expect(answer).toMatchObject({ status: 500, text: expect.not.stringContaining('undefined') })
})
