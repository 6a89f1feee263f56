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
