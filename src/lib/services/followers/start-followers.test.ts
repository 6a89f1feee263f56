import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Essentials } from '@/lib/context'
import { openEssentials } from '@/lib/open-essentials'
import { pruneEvents } from '@/lib/services/sync/prune-events'
import { createMovableClock } from '@/lib/utils/clock'
import { createLog } from '@/lib/utils/log'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { parseConfig } from '@/config'
import { createTestDatabase, type TestDatabase } from '../../../../test/helpers/test-database'
import { followBatch } from './follow-batch'
import { defineFollower, type Follower } from './follower'
import { startFollowers, type RunningFollowers } from './start-followers'

const patience = { timeout: 10_000 }
const clock = createMovableClock(new Date('2026-11-22T10:00:00.000Z'))
const running: RunningFollowers[] = []
let testDatabase: TestDatabase
let opened: Awaited<ReturnType<typeof openEssentials>>
let essentials: Essentials
let name: string

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  const config = parseConfig({
    NODE_ENV: 'test',
    DATABASE_URL: testDatabase.url,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token-of-the-tests',
    TWILIO_PHONE_NUMBER: '+14155550100',
    EVA_SECRET: 'a secret of the tests, long enough',
  })
  opened = await openEssentials(config, { clock, log: createLog('silent') })
  essentials = opened.essentials
  await query('create table effects (follower text, event bigint)')
})
afterAll(async () => {
  await opened.close()
  await testDatabase.drop()
})
beforeEach(() => {
  name = `test-${randomUUID()}`
})
afterEach(() => Promise.all(running.splice(0).map((followers) => followers.stop())))

const query = async (text: string, values: unknown[] = []) => (await essentials.database.pool.query(text, values)).rows
const read = (): NewLiveEvent => ({ type: 'conversation.read', data: { conversationId: randomUUID() } })
const person = (): NewLiveEvent => ({ type: 'person.changed', data: { userId: 'somebody' } })
const append = (...events: NewLiveEvent[]) =>
  essentials.database.transaction((tx) => broadcast(tx.client, clock.now(), events))
const idsOf = async (type: string) =>
  (await query('select id from twilio_events where type = $1 order by id', [type])).map((row) => row.id)
const effects = async () =>
  (await query('select event from effects where follower = $1 order by event', [name])).map((row) => row.event)
const start = async (...followers: Follower[]) => {
  const started = await startFollowers(essentials, followers)
  running.push(started)
  return started
}

/** Writes one row for each event it is handed; `before` runs ahead of the commit. */
function follower(before: () => Promise<unknown> = () => Promise.resolve()): Follower {
  return defineFollower({
    name,
    types: ['conversation.read'],
    async handle(_ctx, tx, events) {
      const ids = events.map((event) => event.id)
      await tx.client.query('insert into effects select $1, unnest($2::bigint[])', [name, ids])
      await before()
      return [person()]
    },
  })
}

describe('a follower', () => {
  test('gets what comes after it was made, of its types only, and what it returns is told', async () => {
    await append(read())
    const early = await idsOf('conversation.read')
    const followers = await start(follower())
    await append(person(), read(), read())
    const told = (await idsOf('person.changed')).length
    followers.wake(null)
    await expect.poll(effects, patience).toEqual((await idsOf('conversation.read')).slice(early.length))
    expect((await idsOf('person.changed')).length).toBe(told + 1)
  })

  test('on four runners at once handles each of 1,000 events once', async () => {
    const runners = await Promise.all([follower(), follower(), follower(), follower()].map((one) => start(one)))
    const before = (await idsOf('conversation.read')).length
    for (let batch = 0; batch < 20; batch += 1) {
      await append(...Array.from({ length: 50 }, read))
      for (const runner of runners) runner.wake(new Set(['conversation.read']))
    }
    const ids = (await idsOf('conversation.read')).slice(before)
    await expect.poll(async () => (await effects()).length, patience).toBeGreaterThanOrEqual(1_000)
    expect(await effects()).toEqual(ids)
  })

  test('whose process dies between its effects and the commit has them once', async () => {
    let deaths = 0
    const followers = await start(
      follower(async () => {
        deaths += 1
        if (deaths > 2) return
        // The connection of the transaction goes away, as with a crash.
        await query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where state = 'idle in transaction' and datname = current_database()`,
        )
      }),
    )
    await append(read(), read())
    const ids = (await idsOf('conversation.read')).slice(-2)
    followers.wake(null)
    await expect.poll(effects, patience).toEqual(ids)
    expect(deaths).toBeGreaterThan(2)
  })

  test('that always fails with one event handles those around it, and the one is kept for a person', async () => {
    const bad = randomUUID()
    const followers = await start({
      ...follower(),
      handle(ctx, tx, events) {
        if (JSON.stringify(events).includes(bad)) throw new Error('This event is no good.')
        return follower().handle(ctx, tx, events)
      },
    })
    await append(read(), { type: 'conversation.read', data: { conversationId: bad } }, read())
    const ids = (await idsOf('conversation.read')).slice(-3)
    followers.wake(null)
    await expect.poll(effects, patience).toEqual([ids[0], ids[2]])
    expect(await query('select subject, reason, status from failed_operations where kind = $1', ['follower'])).toEqual([
      { subject: `${name}:${ids[1]}`, reason: 'This event is no good.', status: 'failed' },
    ])
  })

  test('keeps an event that it cannot read for a person and goes on', async () => {
    const followers = await start(follower())
    await query(
      `insert into twilio_events (type, at, data) values ('conversation.read', $1, '{"from":"the future"}')`,
      [clock.now()],
    )
    await append(read())
    const [unreadable, next] = (await idsOf('conversation.read')).slice(-2)
    followers.wake(null)
    await expect.poll(effects, patience).toEqual([next])
    const [kept] = await query('select reason from failed_operations where subject = $1', [`${name}:${unreadable}`])
    expect(kept.reason).toContain('cannot read')
  })
})

const countEvents = async () => (await query('select count(*)::int as count from twilio_events'))[0].count
const days = (count: number) => clock.advance(count * 24 * 3_600_000)

describe('pruning', () => {
  test('leaves what a follower has not handled, for fourteen days', async () => {
    await start(follower()).then((followers) => followers.stop())
    days(4)
    await pruneEvents(essentials, [name])
    expect(await countEvents()).toBe(0)

    await append(read(), read())
    days(4)
    await pruneEvents(essentials, [name])
    expect(await countEvents()).toBe(2)
    while ((await followBatch(essentials, follower(), 1)) === 'more');
    expect(await effects()).toHaveLength(2)
    await pruneEvents(essentials, [name])
    expect(await idsOf('conversation.read')).toEqual([])

    await append(read())
    days(15)
    await pruneEvents(essentials, [name])
    expect(await countEvents()).toBe(0)
    await append(read())
    while ((await followBatch(essentials, follower(), 1)) === 'more');
    expect(await effects()).toHaveLength(3)
  })
})
