import { beforeEach, describe, expect, test } from 'vitest'
import { createMovableTimers } from '@/shared/timers'
import { openLiveClient } from '../helpers/open-live-client'
import { startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'
import { startSyncJourney } from '../helpers/start-sync-journey'

const kinds = ['sse', 'websocket'] as const

describe.each(kinds)('a person signed in by cookie, over %s', (kind) => {
  let journey: AuthJourney
  let person: { id: string; cookie: string }

  beforeEach(async () => {
    journey = await startAuthJourney({ EVA_ROLE: 'web' })
    person = await journey.addPerson({
      name: 'Ada',
      email: 'ada@example.com',
      role: 'agent',
      password: 'correct horse battery staple',
    })
    return () => journey.close()
  })

  const open = (headers: Record<string, string>) =>
    openLiveClient({ url: journey.server.url, kind, headers: { cookie: person.cookie, ...headers } })

  test('gets a stream on our own pages, and none on those of others', async () => {
    const client = await open({ origin: journey.server.url })
    await client.until((frames) => frames[0]?.type === 'ready')
    client.cut()
    await expect(open({ origin: 'https://elsewhere.example' })).rejects.toThrow('403')
    await expect(open({ origin: journey.server.url, 'sec-fetch-site': 'cross-site' })).rejects.toThrow('403')
    expect(client.frames[0]!.topics).not.toContain('people')
  })

  test('loses the stream when the role changes', async () => {
    const client = await open({ origin: journey.server.url })
    await client.until((frames) => frames[0]?.type === 'ready')
    const changed = await journey.api(`people/${person.id}`, { method: 'PATCH', json: { role: 'viewer' } })
    expect(changed.status).toBe(200)
    expect(await client.closed).toEqual({ code: kind === 'sse' ? null : 4401 })
  })
})

test('a WebSocket by cookie must name its Origin', async () => {
  const journey = await startAuthJourney({ EVA_ROLE: 'web' })
  const { cookie } = await journey.addPerson({
    name: 'Ada',
    email: 'ada@example.com',
    role: 'agent',
    password: 'correct horse battery staple',
  })
  await expect(openLiveClient({ url: journey.server.url, kind: 'websocket', headers: { cookie } })).rejects.toThrow(
    '403',
  )
  await journey.close()
})

test.each(kinds)('who may no longer is asked about every 30 s, whatever the log says: %s', async (kind) => {
  const timers = createMovableTimers()
  let allowed = true
  const journey = await startSyncJourney({ sync: { timers, isStillAllowed: () => Promise.resolve(allowed) } })
  const client = await journey.open(kind)
  await client.until((frames) => frames[0]?.type === 'ready')
  timers.advance(30_000)
  await client.until((frames) => frames.filter((frame) => frame.type === 'heartbeat').length === 2)
  expect(journey.installation.sync.stats().connections).toBe(1)
  allowed = false
  timers.advance(30_000)
  expect(await client.closed).toEqual({ code: kind === 'sse' ? null : 4401 })
  await journey.close()
})
