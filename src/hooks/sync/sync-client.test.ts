import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createBrowserWorld, settle, type BrowserTab } from '../../../test/helpers/create-browser-world'

let world: ReturnType<typeof createBrowserWorld>

beforeEach(() => {
  world = createBrowserWorld()
})

const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

async function openTabs(count: number) {
  const tabs = []
  for (let index = 0; index < count; index += 1) {
    tabs.push(world.openTab())
    await settle()
  }
  return tabs
}

describe('one tab', () => {
  test('sees each event once, in order, and says it is connected', async () => {
    const [tab] = await openTabs(1)
    for (let index = 0; index < 5; index += 1) world.server.append()
    expect(tab!.seen).toEqual(ids(1, 5))
    await world.pass(500)
    expect(tab!.state()).toMatchObject({ connected: true, reconnectingSince: null, lastEventId: '5' })
  })

  test('resumes after a broken connection from where it stood', async () => {
    const [tab] = await openTabs(1)
    world.server.append()
    world.server.cut()
    world.server.append()
    expect(tab!.state()).toMatchObject({ connected: false, reconnectingSince: 1_000_000 })
    await world.pass(1_000)
    world.server.append()
    expect(tab!.seen).toEqual(ids(1, 3))
    expect(world.server.requests).toEqual(['/sync', '/sync?after=1'])
    expect(tab!.state()).toMatchObject({ connected: true })
  })

  test('waits longer and longer while the server is away, at most half a minute, and hurries when the page is seen', async () => {
    const [tab] = await openTabs(1)
    world.server.setUp(false)
    world.server.cut()
    await world.pass(60_000)
    const tries = world.server.requests.length
    expect(tries).toBeGreaterThan(4)
    expect(tries).toBeLessThan(9)
    world.server.setUp(true)
    tab!.wake()
    await settle()
    expect(tab!.state()).toMatchObject({ connected: true })
  })

  test('gives up a connection that has gone silent', async () => {
    await openTabs(1)
    world.server.setMute(true)
    await world.pass(39_000)
    expect(world.server.requests).toHaveLength(1)
    await world.pass(3_000)
    expect(world.server.requests).toHaveLength(2)
  })

  test('does not trust a connection that slept with the machine', async () => {
    const [tab] = await openTabs(1)
    world.server.append()
    world.server.setMute(true)
    world.server.append()
    await world.pass(25_000)
    world.server.setMute(false)
    tab!.wake()
    await settle()
    expect(tab!.seen).toEqual(ids(1, 2))
  })

  test('is told to read again when the log no longer reaches back', async () => {
    const [tab] = await openTabs(1)
    world.server.append()
    world.server.cut()
    world.server.append()
    world.server.prune()
    await world.pass(1_000)
    world.server.append()
    expect(tab!.seen).toEqual(['1', 'reset', '3'])
    await world.pass(500)
    expect(tab!.state()).toMatchObject({ unbrokenSince: '2', lastEventId: '3' })
  })

  test('passes over an event of a newer server without losing its place', async () => {
    const [tab] = await openTabs(1)
    world.server.appendUnknown()
    world.server.append()
    world.server.cut()
    await world.pass(1_000)
    expect(tab!.seen).toEqual(['2'])
    expect(world.server.requests.at(-1)).toBe('/sync?after=2')
  })

  test('connects from the cursor of the list that is already shown', async () => {
    world.server.append()
    world.server.append()
    const tab = world.openTab({ since: '1' })
    await settle()
    expect(world.server.requests).toEqual(['/sync?after=1'])
    expect(tab.seen).toEqual(['2'])
  })

  test('a list read later gets neither what it holds nor misses what follows', async () => {
    const [tab] = await openTabs(1)
    world.server.append()
    world.server.append()
    const before = tab!.seen.length
    tab!.subscribe('1')
    expect(tab!.seen.slice(before)).toEqual(['2'])
    tab!.subscribe('4')
    tab!.seen.length = 0
    world.server.append()
    world.server.append()
    world.server.append()
    // Three subscribers; the third's list holds 3 and 4 already.
    expect(tab!.seen).toEqual(['3', '3', '4', '4', '5', '5', '5'])
  })

  test('a list that is older than what is kept must be read again', async () => {
    world.server.append()
    const [tab] = await openTabs(1)
    world.server.append()
    tab!.subscribe('0')
    expect(tab!.seen).toEqual(['2', 'reset'])
  })

  test('connects by itself where tabs cannot share', async () => {
    const tabs = [world.openTab({ shared: false }), world.openTab({ shared: false })]
    await settle()
    world.server.append()
    expect(world.server.connections()).toBe(2)
    expect(tabs.map((tab) => tab.seen)).toEqual([['1'], ['1']])
  })
})

describe('many tabs', () => {
  test('ten share one connection, and all see everything', async () => {
    const tabs = await openTabs(10)
    for (let index = 0; index < 20; index += 1) world.server.append()
    await settle()
    expect(world.server.requests).toHaveLength(1)
    for (const tab of tabs) {
      expect(tab.seen).toEqual(ids(1, 20))
      expect(tab.state()).toMatchObject({ connected: true })
    }
  })

  test('when the leader closes, another resumes from its cursor', async () => {
    const tabs = await openTabs(4)
    world.server.append()
    await settle()
    tabs[0]!.close()
    world.server.append()
    await settle()
    world.server.append()
    await settle()
    for (const tab of tabs.slice(1)) expect(tab.seen).toEqual(ids(1, 3))
    expect(world.server.requests).toEqual(['/sync', '/sync?after=1'])
  })

  test('a frozen leader is replaced; thawed, it steps down and shows nothing twice', async () => {
    const tabs = await openTabs(3)
    world.server.append()
    await settle()
    tabs[0]!.freeze()
    world.server.append()
    await world.pass(60_000)
    expect(tabs[1]!.seen).toEqual(ids(1, 2))
    world.server.append()
    await settle()
    tabs[0]!.thaw()
    await settle()
    world.server.append()
    await settle()
    for (const tab of tabs) expect(tab.seen).toEqual(ids(1, 4))
    expect(world.server.connections()).toBe(1)
  })

  test('a tab that did not hear the others for a while is told to read again', async () => {
    const tabs = await openTabs(2)
    tabs[1]!.freeze()
    world.server.append()
    await settle()
    tabs[1]!.thaw({ deaf: true })
    world.server.append()
    await settle()
    expect(tabs.map((tab) => tab.seen)).toEqual([ids(1, 2), ['reset', '2']])
  })

  test('a leader whose server is away is not replaced', async () => {
    const tabs = await openTabs(3)
    world.server.setUp(false)
    world.server.cut()
    await world.pass(240_000)
    expect(tabs[2]!.state()).toMatchObject({ connected: false, reconnectingSince: 1_000_000 })
    world.server.setUp(true)
    await world.pass(31_000)
    world.server.append()
    await settle()
    for (const tab of tabs) expect(tab.seen).toEqual(['1'])
    expect(world.server.connections()).toBe(1)
  })

  test('whatever happens to tabs and connections, no tab misses an event unsaid, sees one twice or out of order', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('append' as const), tab: fc.nat(5) }) },
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constantFrom('open', 'close', 'freeze', 'thaw', 'thaw deaf', 'cut', 'wake', 'pass', 'sleep', 'prune'),
          tab: fc.nat(5),
        }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        world = createBrowserWorld()
        const open: { tab: BrowserTab; from: number }[] = []
        const openOne = async () => {
          open.push({ tab: world.openTab({ since: String(world.server.log.length) }), from: world.server.log.length })
          await settle()
        }
        await openOne()
        for (const { do: what, tab: index } of steps) {
          const chosen = open[index % Math.max(open.length, 1)]
          if (what === 'append') world.server.append()
          else if (what === 'open' && open.length < 6) await openOne()
          else if (what === 'close' && chosen) {
            chosen.tab.close()
            open.splice(open.indexOf(chosen), 1)
          } else if (what === 'freeze') chosen?.tab.freeze()
          else if (what === 'thaw') chosen?.tab.thaw()
          else if (what === 'thaw deaf') chosen?.tab.thaw({ deaf: true })
          else if (what === 'cut') world.server.cut()
          else if (what === 'wake') chosen?.tab.wake()
          else if (what === 'pass') await world.pass(2_000)
          else if (what === 'sleep') await world.pass(50_000)
          else if (what === 'prune') world.server.prune()
          await settle()
        }
        for (const { tab } of open) tab.thaw()
        await world.pass(120_000)
        world.server.append()
        await settle()
        for (const { tab, from } of open) expectComplete(tab, from, world.server.log.length)
        expect(world.server.connections()).toBe(open.length === 0 ? 0 : 1)
      }),
      { numRuns: 300, seed: 20_260_101 },
    )
  }, 60_000)
})

/** After a list read at `from`, and again at each reset, every event follows once and in order, up to the last. */
function expectComplete({ seen, readAgainAt }: BrowserTab, from: number, end: number) {
  const lists = [...readAgainAt]
  let at = from
  let isFresh = true
  for (const entry of seen) {
    if (entry === 'reset') {
      at = lists.shift() ?? Number.NaN
      isFresh = true
      continue
    }
    const id = Number(entry)
    // What the list holds already may come once more; nothing after it may be left out.
    expect({ seen, isNext: isFresh ? id <= at + 1 : id === at + 1 }).toEqual({ seen, isNext: true })
    at = id
    isFresh = false
  }
  expect({ seen, at }).toEqual({ seen, at: end })
}
