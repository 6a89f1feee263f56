import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnavailableError } from '@/shared/errors'
import { createWriteBatcher } from './write-batcher'

class BadRow extends Error {}
class Deadlock extends Error {}
class Gone extends Error {}

function classify(error: unknown) {
  if (error instanceof Gone) return 'unavailable'
  return error instanceof Deadlock ? 'conflict' : 'bad row'
}

/** A table that commits a batch or nothing, each commit released by hand or at once. */
function fakeTable(
  options: { bad?: ReadonlySet<number>; failures?: Error[]; maximumRows?: number; maximumWaiting?: number } = {},
) {
  const rows: number[] = []
  const batches: number[][] = []
  const gates: (() => void)[] = []
  let held = false
  const batcher = createWriteBatcher<number, string>({
    classify,
    maximumRows: options.maximumRows,
    maximumWaiting: options.maximumWaiting ?? 1000,
    async write(items) {
      batches.push(items)
      if (held) await new Promise<void>((release) => gates.push(release))
      const failure = options.failures?.shift()
      if (failure) throw failure
      if (items.some((item) => options.bad?.has(item))) throw new BadRow('bad')
      rows.push(...items)
      return items.map((item) => `stored ${item}`)
    },
  })
  return {
    batcher,
    rows,
    batches,
    hold: () => void (held = true),
    release() {
      held = false
      for (const gate of gates.splice(0)) gate()
    },
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('createWriteBatcher', () => {
  test('what comes in one turn is one batch; what comes while it commits is the next', async () => {
    const table = fakeTable()
    table.hold()
    const first = [1, 2, 3].map((item) => table.batcher.write(item))
    await turn()
    const second = [4, 5].map((item) => table.batcher.write(item))
    await turn()
    expect(table.batches).toEqual([[1, 2, 3]])
    expect(table.batcher.depth()).toBe(5)
    table.release()
    expect(await Promise.all([...first, ...second])).toEqual([1, 2, 3, 4, 5].map((item) => `stored ${item}`))
    expect(table.batches).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
    expect(table.batcher.depth()).toBe(0)
  })

  test('nobody is told before the commit', async () => {
    const table = fakeTable()
    table.hold()
    let told = false
    const write = table.batcher.write(1).then(() => (told = true))
    await turn()
    await turn()
    expect(told).toBe(false)
    table.release()
    await write
  })

  test('bad rows fail alone: every neighbour is stored exactly once, in whatever company', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 60 }),
        fc.uniqueArray(fc.nat(200), { maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        async (items, bad, maximumRows) => {
          const table = fakeTable({ bad: new Set(bad), maximumRows })
          const outcomes = await Promise.allSettled(items.map((item) => table.batcher.write(item)))
          expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason))).toEqual(
            items.map((item) => (bad.includes(item) ? new BadRow('bad') : `stored ${item}`)),
          )
          expect(table.rows).toEqual(items.filter((item) => !bad.includes(item)))
          expect(table.batches.every((batch) => batch.length <= maximumRows)).toBe(true)
        },
      ),
    )
  })

  test('a deadlock is tried again and nobody hears of it', async () => {
    const table = fakeTable({ failures: [new Deadlock(), new Deadlock()] })
    expect(await Promise.all([table.batcher.write(1), table.batcher.write(2)])).toEqual(['stored 1', 'stored 2'])
    expect(table.rows).toEqual([1, 2])
  })

  test('when the database is gone, those in the batch and those behind it are told at once', async () => {
    const table = fakeTable({ failures: [new Gone()], maximumRows: 2 })
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((item) => table.batcher.write(item)))
    expect(
      outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason instanceof UnavailableError),
    ).toBe(true)
    expect(table.batches).toHaveLength(1)
    expect(await table.batcher.write(6)).toBe('stored 6')
  })

  test('the queue is bounded: one more is turned away, those in it are stored', async () => {
    const table = fakeTable({ maximumWaiting: 2 })
    const writes = [1, 2].map((item) => table.batcher.write(item))
    await expect(table.batcher.write(3)).rejects.toBeInstanceOf(UnavailableError)
    await Promise.all(writes)
    expect(table.rows).toEqual([1, 2])
    expect(await table.batcher.write(4)).toBe('stored 4')
  })

  test('a stop writes what was taken and takes nothing more', async () => {
    const table = fakeTable({ maximumRows: 1 })
    const writes = [1, 2, 3].map((item) => table.batcher.write(item))
    const stopped = table.batcher.stop()
    await expect(table.batcher.write(4)).rejects.toBeInstanceOf(UnavailableError)
    await stopped
    expect(table.rows).toEqual([1, 2, 3])
    await Promise.all(writes)
  })

  test('a write that gives too few results stores nothing for nobody to believe', async () => {
    const batcher = createWriteBatcher<number, string>({ classify, maximumWaiting: 10, write: async () => [] })
    await expect(batcher.write(1)).rejects.toThrow('wrong number')
  })
})
