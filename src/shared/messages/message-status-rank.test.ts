import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveMessageStatus, messageStatusRank, type MessageStatus } from './message-status-rank'

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  )
}

describe('deriveMessageStatus', () => {
  test('all 24 orders of four callbacks end as delivered', () => {
    const orders = permutations<MessageStatus>(['queued', 'sending', 'sent', 'delivered'])
    expect(orders).toHaveLength(24)
    for (const order of orders) expect(deriveMessageStatus(order)).toBe('delivered')
  })

  test('any statuses in any order, any of them repeated, end the same, and one more never lowers it', () => {
    const statuses = Object.keys(messageStatusRank) as MessageStatus[]
    const some = fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 12 })
    const shuffled = some.chain((reported) =>
      fc.record({
        reported: fc.constant(reported),
        order: fc.shuffledSubarray(reported, { minLength: reported.length }),
        repeated: fc.subarray(reported),
        more: fc.constantFrom(...statuses),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ reported, order, repeated, more }) => {
        const status = deriveMessageStatus(reported)
        expect(deriveMessageStatus([...order, ...repeated])).toBe(status)
        const later = deriveMessageStatus([...reported, more])
        expect(messageStatusRank[later]).toBeGreaterThanOrEqual(messageStatusRank[status])
        expect([...reported, more]).toContain(later)
      }),
    )
  })

  test('a text of unknown fate is settled by any status from Twilio', () => {
    expect(deriveMessageStatus(['unknown', 'queued'])).toBe('queued')
  })

  test('a handset that confirmed outranks a carrier that doubted', () => {
    expect(deriveMessageStatus(['delivered', 'undelivered'])).toBe('delivered')
    expect(deriveMessageStatus(['undelivered', 'delivered'])).toBe('delivered')
  })

  test('no two statuses share a rank', () => {
    expect(new Set(Object.values(messageStatusRank)).size).toBe(Object.keys(messageStatusRank).length)
  })
})
