import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pruneEvents } from '@/lib/services/sync/prune-events'
import { parseLiveEvent, type NewLiveEvent } from '@/shared/schemas/live-event'
import { startSyncJourney, type SyncJourney } from '../helpers/start-sync-journey'

const kinds = ['sse', 'websocket'] as const
/** For a machine that is busy with something else. */
const patience = { timeout: 10_000 }
const failure = (): NewLiveEvent => ({ type: 'operation.failed', data: { operationId: randomUUID(), kind: 'send' } })
const read = (): NewLiveEvent => ({ type: 'conversation.read', data: { conversationId: randomUUID() } })
const person = (userId: string): NewLiveEvent => ({ type: 'person.changed', data: { userId } })

let journey: SyncJourney

beforeEach(async () => {
  journey = await startSyncJourney()
  return () => journey.close()
})

describe.each(kinds)('over %s', (kind) => {
  test('a stream begins at the end of the log and says where that is', async () => {
    await journey.append(failure(), failure())
    const end = (await journey.log()).at(-1)
    await journey.open(kind).then((early) => early.until((frames) => frames.length > 0))
    // The reader may be a moment behind what was just written; what is later than its word is brought.
    const client = await journey.open(kind)
    await client.until((frames) => frames[0]?.type === 'ready')
    await journey.append(failure())
    const [last] = (await journey.log()).slice(-1)
    await client.until((frames) => frames.at(-1)?.id === last)
    expect(BigInt(client.frames[0]!.id)).toBeLessThanOrEqual(BigInt(end!))
    expect(client.frames[0]!.topics).toContain('operations')
    for (const frame of client.events()) expect(parseLiveEvent(frame)).not.toBeNull()
  })

  test('`after` brings what was missed, once and in order, then goes on live', async () => {
    for (let index = 0; index < 5; index += 1) await journey.append(failure(), read())
    const log = await journey.log()
    const client = await journey.open(kind, { query: { after: log[3]! } })
    await client.until(() => client.events().length === 6)
    await journey.append(read())
    await client.until(() => client.events().length === 7)
    expect(client.events().map((event) => event.id)).toEqual((await journey.log()).slice(4))
  })

  test('only the topics that were asked for come', async () => {
    const client = await journey.open(kind, { query: { topics: 'messages', after: '0' } })
    await journey.append(failure(), read(), person('ada'), read())
    await client.until(() => client.events().length === 2)
    expect(client.events().map((event) => event.type)).toEqual(['conversation.read', 'conversation.read'])
    expect(client.frames[0]!.topics).toEqual(['messages'])
  })

  test('a role is never sent what it may not see, neither live nor from the log', async () => {
    await journey.append(failure(), read())
    const client = await journey.open(kind, { query: { ticket: await journey.ticketFor('agent'), after: '0' } })
    await client.until(() => client.events().length === 1)
    await journey.append(failure(), person('ada'), read())
    await client.until(() => client.events().length === 2)
    expect(client.events().map((event) => event.type)).toEqual(['conversation.read', 'conversation.read'])
    expect(client.frames[0]!.topics).not.toContain('operations')
  })

  test('who may see none of the topics is refused', async () => {
    const ticket = await journey.ticketFor('viewer')
    await expect(journey.open(kind, { query: { ticket, topics: 'people,operations' } })).rejects.toThrow('403')
  })

  test('nobody is refused with 401, a cursor or topic that makes no sense with 400', async () => {
    await expect(journey.open(kind, { headers: {} })).rejects.toThrow('401')
    await expect(journey.open(kind, { query: { after: 'yesterday' } })).rejects.toThrow('400')
    await expect(journey.open(kind, { query: { after: '9'.repeat(19) } })).rejects.toThrow('400')
    await expect(journey.open(kind, { query: { topics: 'weather' } })).rejects.toThrow('400')
  })

  test('a ticket opens one stream and no second', async () => {
    const answer = await journey.request('/api/twilio/sync/ticket', { method: 'POST' })
    expect(answer.status).toBe(201)
    const { ticket } = (await answer.json()) as { ticket: string }
    const client = await journey.open(kind, { query: { ticket } })
    await client.until((frames) => frames[0]?.type === 'ready')
    await expect(journey.open(kind, { query: { ticket } })).rejects.toThrow('401')
  })

  test('a ticket is good for half a minute', async () => {
    const ticket = await journey.ticketFor('agent')
    journey.clock.advance(30_001)
    await expect(journey.open(kind, { query: { ticket } })).rejects.toThrow('401')
  })

  test('a cursor older than the log is told to begin anew, and goes on from the end', async () => {
    await journey.close()
    journey = await startSyncJourney({ sync: { limits: { window: { events: 0, bytes: 0 } } } })
    await journey.append(failure(), failure())
    const old = (await journey.log())[0]!
    journey.clock.advance(4 * 24 * 3_600_000)
    await journey.append(failure())
    expect(await pruneEvents(journey.installation)).toBe(2)
    const kept = await journey.log()
    expect(kept).toHaveLength(1)
    await expect.poll(() => journey.installation.sync.stats().position, patience).toBe(kept[0])

    const client = await journey.open(kind, { query: { after: old } })
    await client.until((frames) => frames.some((frame) => frame.type === 'reset'))
    await journey.append(failure())
    const end = (await journey.log()).at(-1)
    await client.until((frames) => frames.at(-1)?.id === end)
    expect(client.frames.map((frame) => frame.type)).toEqual(['ready', 'reset', 'operation.failed'])
  })

  test('the newest cursor that was pruned still misses nothing', async () => {
    await journey.append(failure(), failure())
    const newest = (await journey.log()).at(-1)!
    await expect.poll(() => journey.installation.sync.stats().position, patience).toBe(newest)
    journey.clock.advance(4 * 24 * 3_600_000)
    expect(await pruneEvents(journey.installation)).toBe(2)
    const client = await journey.open(kind, { query: { after: newest } })
    await journey.append(failure())
    await client.until((frames) => frames.length === 2)
    expect(client.frames.map((frame) => frame.type)).toEqual(['ready', 'operation.failed'])
  })

  test('a cursor that the log never reached, as after a restored backup, is told to begin anew', async () => {
    const client = await journey.open(kind, { query: { after: '1000000' } })
    await client.until((frames) => frames.some((frame) => frame.type === 'reset'))
    await journey.append(failure())
    await client.until(() => client.events().length === 1)
    expect(client.frames.map((frame) => frame.type)).toEqual(['ready', 'reset', 'operation.failed'])
  })

  test('a stop ends the streams, and the server closes', async () => {
    const other = await startSyncJourney()
    const client = await other.open(kind)
    await client.until((frames) => frames[0]?.type === 'ready')
    await other.server.close()
    expect(await client.closed).toEqual({ code: kind === 'sse' ? null : 1001 })
    await other.drop()
  })
})

test('Last-Event-ID counts more than the address, which a reconnecting browser repeats', async () => {
  await journey.append(failure(), failure(), failure())
  const log = await journey.log()
  const client = await journey.open('sse', {
    query: { after: log[0]!, ticket: await journey.ticketFor('admin') },
    headers: { 'last-event-id': log[1]! },
  })
  await client.until(() => client.events().length === 1)
  expect(client.events()[0]!.id).toBe(log[2])
})

test('an SSE stream says how to treat it', async () => {
  const abort = new AbortController()
  const response = await journey.request('/api/twilio/sync', { signal: abort.signal })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  abort.abort()
})

test('a HEAD is answered like a stream and leaves none open', async () => {
  const response = await journey.request('/api/twilio/sync', { method: 'HEAD' })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(journey.installation.sync.stats().connections).toBe(0)
})

describe('limits and changes of who may', () => {
  let strict: SyncJourney
  let allowed = true

  beforeEach(async () => {
    allowed = true
    strict = await startSyncJourney({
      sync: { limits: { perActor: 2 }, isStillAllowed: () => Promise.resolve(allowed) },
    })
  })
  afterEach(() => strict.close())

  test('one actor has a bounded number of streams', async () => {
    const first = await strict.open('sse')
    await strict.open('websocket')
    await expect(strict.open('sse')).rejects.toThrow('429')
    first.cut()
    await expect.poll(() => strict.installation.sync.stats().connections, patience).toBe(1)
    await strict.open('sse')
  })

  test.each(kinds)('a changed person is asked about at once, and loses the stream: %s', async (kind) => {
    const client = await strict.open(kind, { query: { ticket: await strict.ticketFor('agent') } })
    await client.until((frames) => frames[0]?.type === 'ready')
    await strict.append({ type: 'api_key.changed', data: { keyId: 'another' } }, read())
    await client.until(() => client.events().length === 1)
    allowed = false
    await strict.append({ type: 'api_key.changed', data: { keyId: 'key-of-agent' } })
    expect(await client.closed).toEqual({ code: kind === 'sse' ? null : 4401 })
  })
})
