import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { errorResponse } from '@/api/error-response'
import { refuseForeignPages } from '@/api/middleware/refuse-foreign-pages'
import type { AppEnv } from '@/api/request-context'
import { createLog } from '@/lib/utils/log'

async function statusWith(headers: Record<string, string>) {
  const app = new Hono<AppEnv>()
  app.onError(errorResponse(createLog('silent')))
  app.use(refuseForeignPages({ publicOrigin: 'https://eva.example.com' }))
  app.post('/', (c) => c.text('done'))
  return (await app.request('/', { method: 'POST', headers })).status
}

const foreign = { origin: 'https://elsewhere.example', cookie: 'eva.session_token=x' }

test('a foreign page changes nothing with a visitor’s cookie', async () => {
  expect(await statusWith(foreign)).toBe(403)
})

test('nor does it where a browser adds the credentials of a proxy before us', async () => {
  expect(await statusWith({ ...foreign, authorization: 'Basic dXNlcjpwYXNz' })).toBe(403)
})

test('a bearer token needs no proof of where it comes from', async () => {
  expect(await statusWith({ ...foreign, authorization: 'Bearer eva_key' })).toBe(200)
})

test('our own pages may, behind such a proxy too', async () => {
  const own = { ...foreign, origin: 'https://eva.example.com' }
  expect(await statusWith(own)).toBe(200)
  expect(await statusWith({ ...own, authorization: 'Basic dXNlcjpwYXNz' })).toBe(200)
})
