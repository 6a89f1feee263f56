import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { openLiveClient, type LiveFrame } from '../helpers/open-live-client'
import { startSyncJourney, type SyncJourney } from '../helpers/start-sync-journey'

const eventCount = 5_000
const clientCount = 50
const writerCount = 8

/** A small generator with a seed (mulberry32), so that a run repeats. */
function createRandom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const some = (count: number): NewLiveEvent[] =>
  Array.from({ length: count }, () => ({ type: 'conversation.read', data: { conversationId: randomUUID() } }))

test('50 clients, cut at random while 5,000 events commit from many transactions, each get every event once, in order', async () => {
  const random = createRandom(20_260_101)
  const journey = await startSyncJourney({ instances: 2, sync: { limits: { perActor: 200 } } })
  const last = Promise.withResolvers<string>()
  const clients = Array.from({ length: clientCount }, (_, index) =>
    followToTheEnd(journey, index, createRandom(index), last.promise),
  )
  await write(journey, random)
  const log = await journey.log()
  last.resolve(log.at(-1)!)
  const followed = await Promise.all(clients)

  expect(log.length).toBeGreaterThanOrEqual(eventCount)
  for (const { ids } of followed) expect(ids).toEqual(log)
  expect(followed.reduce((sum, { cuts }) => sum + cuts, 0)).toBeGreaterThan(clientCount)
  await journey.close()
}, 180_000)

/** A client that loses its connection after a random number of events, again and again, and resumes on either instance. */
async function followToTheEnd(journey: SyncJourney, index: number, random: () => number, last: Promise<string>) {
  const ids: string[] = []
  let cursor = '0'
  let cuts = 0
  let end: string | null = null
  void last.then((id) => {
    end = id
  })
  const isAtEnd = () => cursor === end
  while (!isAtEnd()) {
    let left = 1 + Math.floor(random() * 1_500)
    const enough = Promise.withResolvers<void>()
    const isOver = () => left <= 0 || isAtEnd()
    const onFrame = (frame: LiveFrame) => {
      // What arrives after the cut was sent but is not taken.
      if (isOver()) return
      cursor = frame.id
      if (frame.at !== undefined) {
        ids.push(frame.id)
        left -= 1
      }
      if (isOver()) enough.resolve()
    }
    void last.then((id) => (cursor === id ? enough.resolve() : undefined))
    const client = await openLiveClient({
      url: journey.servers[Math.floor(random() * journey.servers.length)]!.url,
      kind: index % 2 === 0 ? 'sse' : 'websocket',
      headers: { authorization: journey.authorization },
      query: { after: cursor },
      onFrame,
    })
    await enough.promise
    client.cut()
    cuts += 1
  }
  return { ids, cuts }
}

/** Writers side by side, some rolling back, some holding the log for a while, and one whose transaction spans everything. */
async function write(journey: SyncJourney, random: () => number) {
  const pool = new pg.Pool({ connectionString: journey.databaseUrl, max: writerCount + 1 })
  pool.on('error', () => undefined)
  const at = journey.clock.now()
  const long = await pool.connect()
  await long.query('begin')
  await long.query('select pg_current_xact_id()')
  let left = eventCount
  const writer = async () => {
    const client = await pool.connect()
    while (left > 0) {
      const count = 1 + Math.floor(random() * 6)
      const fails = random() < 0.1
      if (!fails) left -= count
      await client.query('begin')
      await client.query('select pg_current_xact_id()')
      await broadcast(client, at, some(count))
      if (random() < 0.05) await client.query('select pg_sleep(0.005)')
      await client.query(fails ? 'rollback' : 'commit')
    }
    client.release()
  }
  await Promise.all(Array.from({ length: writerCount }, writer))
  await broadcast(long, at, some(3))
  await long.query('commit')
  long.release()
  await pool.end()
}
