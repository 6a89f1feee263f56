import { beforeEach, describe, expect, test } from 'vitest'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { createMovableTimers } from '@/shared/timers'
import { openLiveClient } from '../helpers/open-live-client'
import { startSyncJourney, type SyncJourney } from '../helpers/start-sync-journey'

const kinds = ['sse', 'websocket'] as const
/** For a machine that is busy with something else. */
const patience = { timeout: 10_000 }
const read = (): NewLiveEvent => ({
  type: 'conversation.read',
  data: { conversationId: '018f2b6e-7d3a-7c1e-9a4b-3f5d2c1b0a99' },
})
const bulky = (): NewLiveEvent => ({
  type: 'contact.saved',
  data: {
    contact: {
      id: '018f2b6e-7d3a-7c1e-9a4b-3f5d2c1b0a99',
      phoneNumber: '+14155550123',
      name: 'x'.repeat(100_000),
      timeZone: null,
      externalId: null,
      email: null,
      addressRegion: null,
      addressPostalCode: null,
      addressCountry: null,
      tags: [],
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
  },
})

describe('with time that stands still', () => {
  let journey: SyncJourney
  let timers: ReturnType<typeof createMovableTimers>
  const position = () => journey.installation.sync.stats().position

  beforeEach(async () => {
    timers = createMovableTimers()
    journey = await startSyncJourney({ sync: { timers, random: () => 0 } })
    timers.advance(50)
    return () => journey.close()
  })

  test.each(kinds)('every 15 s a heartbeat shows that the stream lives and moves the cursor: %s', async (kind) => {
    const client = await journey.open(kind, { query: { topics: 'messages' } })
    await client.until((frames) => frames.length === 1)
    await journey.append({ type: 'operation.failed', data: { operationId: crypto.randomUUID(), kind: 'send' } })
    const end = await currentCursor(journey.pool)
    await expect.poll(position, patience).toBe(end)
    timers.advance(14_900)
    await client.until((frames) => frames.length === 1)
    timers.advance(100)
    await client.until((frames) => frames.length === 2)
    expect(client.frames[1]).toEqual({ type: 'heartbeat', id: end })
    // For proxies and libraries: a comment, or a ping.
    expect(kind === 'sse' ? client.text().match(/\n\n: heartbeat\n/g)?.length : client.pings()).toBe(1)
  })

  test('an event comes by its notification, without waiting for the poll', async () => {
    const client = await journey.open('sse')
    await client.until((frames) => frames.length === 1)
    await journey.append(read())
    await client.until(() => client.events().length === 1)
    expect(timers.now()).toBe(50)
  })

  test('an event whose notification was lost comes with the next poll', async () => {
    const client = await journey.open('sse')
    await client.until((frames) => frames.length === 1)
    await journey.pool.query(
      `insert into twilio_events (type, at, data) values ('conversation.read', '2026-01-01', '{"conversationId": "x"}')`,
    )
    timers.advance(5_000)
    await client.until(() => client.events().length === 1)
    expect(client.events()[0]!.type).toBe('conversation.read')
  })

  test('a killed LISTEN connection is made again, and what happened meanwhile is brought', async () => {
    const client = await journey.open('sse')
    await client.until((frames) => frames.length === 1)
    expect(await killListeners(journey)).toBe(1)
    await expect.poll(() => listeners(journey), patience).toBe(0)
    await journey.append(read())
    // The loss may be noticed a moment after the server noticed; the first attempt is due 50 ms later.
    await expect
      .poll(() => {
        timers.advance(50)
        return client.events().length
      }, patience)
      .toBe(1)
    expect(await listeners(journey)).toBe(1)
    const before = timers.now()
    await journey.append(read())
    await expect
      .poll(() => {
        if (timers.now() < before + 1_000) timers.advance(10)
        return client.events().length
      }, patience)
      .toBe(2)
  })
})

test.each(kinds)('a slow client is cut off, costs no memory, and resumes without loss: %s', async (kind) => {
  const journey = await startSyncJourney({
    sync: { limits: { pendingBytes: 262_144, window: { events: 1_000, bytes: 2_000_000 } } },
  })
  const start = await currentCursor(journey.pool)
  const slow = await journey.open(kind)
  const quick = await journey.open(kind)
  await slow.until((frames) => frames.length === 1)
  await quick.until((frames) => frames.length === 1)
  slow.pause()
  let written = 0
  // 100 kB each: what the two kernels buffer for a connection is full after some megabytes.
  while (journey.installation.sync.stats().cutOff === 0 && written < 300) {
    await journey.append(bulky(), bulky())
    written += 2
    await quick.until(() => quick.events().length === written)
  }
  const stats = journey.installation.sync.stats()
  expect(stats).toMatchObject({ cutOff: 1, connections: 1 })
  expect(stats.window.bytes).toBeLessThan(2_500_000)

  const resumed = await openLiveClient({
    url: journey.server.url,
    kind,
    headers: { authorization: journey.authorization },
    query: { after: start },
  })
  await resumed.until(() => resumed.events().length === written)
  expect(resumed.events().map((event) => event.id)).toEqual(await journey.log())
  expect(quick.events()).toHaveLength(written)
  resumed.cut()
  await journey.close()
})

test('a client that stops reading while it catches up is cut off', async () => {
  const timers = createMovableTimers()
  const journey = await startSyncJourney({ sync: { timers } })
  for (let index = 0; index < 15; index += 1) await journey.append(...Array.from({ length: 10 }, bulky))
  const end = await currentCursor(journey.pool)
  await expect
    .poll(() => {
      timers.advance(50)
      return journey.installation.sync.stats().position
    }, patience)
    .toBe(end)
  const client = await journey.open('sse', { query: { after: '0' } })
  client.pause()
  await expect
    .poll(() => {
      timers.advance(10_000)
      return journey.installation.sync.stats().cutOff
    }, patience)
    .toBe(1)
  await journey.close()
})

test('a stop does not wait for a client that reads nothing', async () => {
  const journey = await startSyncJourney()
  for (let index = 0; index < 15; index += 1) await journey.append(...Array.from({ length: 10 }, bulky))
  const client = await journey.open('sse', { query: { after: '0' } })
  client.pause()
  await expect(journey.server.close()).resolves.toBeUndefined()
  client.cut()
  await journey.drop()
})

async function killListeners(journey: SyncJourney) {
  const { rowCount } = await journey.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'eva-twilio-sync' and datname = current_database()`,
  )
  return rowCount
}

async function listeners(journey: SyncJourney) {
  const { rows } = await journey.pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where application_name = 'eva-twilio-sync' and datname = current_database()`,
  )
  return rows[0]!.count
}
