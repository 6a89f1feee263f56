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
