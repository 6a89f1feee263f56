import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { errorResponse } from '@/api/error-response'
import { limitWrites } from '@/api/middleware/limit-writes'
import type { AppEnv } from '@/api/request-context'
import type { Actor } from '@/lib/context'
import { createMovableClock } from '@/lib/utils/clock'
import { createLog } from '@/lib/utils/log'

test('a person’s session is held back after 300 changes a minute; reading, others and keys are not', async () => {
  const clock = createMovableClock(new Date(0))
  let actor: Actor = { type: 'operator', userId: 'ada', role: 'agent' }
  const app = new Hono<AppEnv>()
  app.onError(errorResponse(createLog('silent')))
  app.use(async (c, next) => (c.set('actor', actor), next()))
  app.use(limitWrites(clock))
  app.all('/', (c) => c.text('done'))
  const status = async (method = 'POST') => (await app.request('/', { method })).status

  for (let write = 0; write < 300; write++) expect(await status()).toBe(200)
  const refused = await app.request('/', { method: 'POST' })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  expect(await status('GET')).toBe(200)

  actor = { type: 'operator', userId: 'bob', role: 'agent' }
  expect(await status()).toBe(200)
  actor = { type: 'api-key', keyId: 'import', role: 'agent' }
  for (let write = 0; write < 301; write++) expect(await status()).toBe(200)

  actor = { type: 'operator', userId: 'ada', role: 'agent' }
  clock.advance(60_000)
  expect(await status()).toBe(200)
})
