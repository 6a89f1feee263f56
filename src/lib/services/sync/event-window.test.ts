import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventWindow } from './event-window'
import type { StoredEvent } from './stored-event'

const event = (id: number, bytes = 10): StoredEvent => ({
  id: BigInt(id),
  type: 'person.changed',
  topic: 'people',
  json: 'x'.repeat(bytes),
})
const idsAfter = (window: ReturnType<typeof createEventWindow>, cursor: number, limit = 1_000) =>
  window.after(BigInt(cursor), limit).map((kept) => Number(kept.id))

test('gives what follows a cursor, whether or not the cursor is an event, up to the limit', () => {
  const window = createEventWindow(4n, { events: 100, bytes: 10_000 })
  window.add([event(5), event(7), event(8)])
  window.add([event(11)])
  expect(idsAfter(window, 4)).toEqual([5, 7, 8, 11])
  expect(idsAfter(window, 6)).toEqual([7, 8, 11])
  expect(idsAfter(window, 7, 2)).toEqual([8, 11])
  expect(idsAfter(window, 11)).toEqual([])
})

test('keeps within its bounds, and always holds everything above its floor', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20 }), { maxLength: 30 }),
      (batches) => {
        const window = createEventWindow(0n, { events: 50, bytes: 2_000 })
        const added: number[] = []
        for (const batch of batches) {
          // Every third id is missing, as after a rollback.
          const events = batch.map((bytes, index) => event((added.length + index) * 3 + 1, bytes))
          window.add(events)
          added.push(...events.map(({ id }) => Number(id)))
          const floor = Number(window.floor())
          expect(window.size().events).toBeLessThanOrEqual(50)
          expect(window.size().bytes).toBeLessThanOrEqual(2_000)
          expect(idsAfter(window, floor)).toEqual(added.filter((id) => id > floor))
        }
      },
    ),
    { seed: 20_260_101 },
  )
})

test('begins anew where it is told', () => {
  const window = createEventWindow(0n, { events: 10, bytes: 1_000 })
  window.add([event(1), event(2)])
  window.restart(1n)
  expect(window.floor()).toBe(1n)
  expect(idsAfter(window, 1)).toEqual([])
  expect(window.size()).toEqual({ events: 0, bytes: 0 })
})
