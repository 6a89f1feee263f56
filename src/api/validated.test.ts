import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { errorResponse } from '@/api/error-response'
import type { AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import { createLog } from '@/lib/utils/log'

const app = new Hono<AppEnv>()
app.onError(errorResponse(createLog('silent')))
app.post('/', validated('json', z.object({ answer: z.object({ names: z.array(z.string()) }) })), (c) => c.text('kept'))
app.get('/list', validated('query', z.object({ limit: z.coerce.number().max(200) })), (c) => c.text('kept'))
app.get('/', validated('query', z.object({ q: z.string() })), (c) => c.text('kept'))

const post = async (name: string) => {
  const body = JSON.stringify({ answer: { names: [name] } })
  return (await app.request('/', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status
}

test('text of every kind passes', async () => {
  expect(await post('Grüße 😀\n')).toBe(200)
  expect((await app.request('/?q=%F0%9F%98%80')).status).toBe(200)
})

test('what the database cannot keep is the caller’s mistake, wherever it stands', async () => {
  expect(await post('a\0b')).toBe(400)
  expect(await post('a\uD83D')).toBe(400)
  expect((await app.request('/?q=a%00b')).status).toBe(400)
})

const said = async (path: string, init?: RequestInit) => (await app.request(path, init)).json()

test('what is wrong is said in a sentence that names the field, and for each field in the details', async () => {
  expect(await said('/list?limit=many')).toMatchObject({
    error: {
      code: 'invalid',
      message: 'limit must be a number.',
      details: [{ path: ['limit'], message: 'must be a number' }],
    },
  })
  expect(await said('/list?limit=1000')).toMatchObject({ error: { message: 'limit must be at most 200.' } })
  const body = JSON.stringify({ answer: { names: ['Ada', 7] } })
  const answer = await said('/', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect(answer).toMatchObject({ error: { message: 'answer.names.1 must be text.' } })
})
