import { expect, test } from 'vitest'
import { isDeeperThan } from './is-deeper-than'

const nested = (levels: number): unknown => JSON.parse('[{"a":'.repeat(levels / 2) + '1' + '}]'.repeat(levels / 2))

test('tells how deep a value is nested, however deep that is', () => {
  expect([isDeeperThan('text', 0), isDeeperThan(null, 0), isDeeperThan([], 0)]).toEqual([false, false, false])
  expect([isDeeperThan([1], 0), isDeeperThan(nested(100), 100), isDeeperThan(nested(102), 100)]).toEqual([
    true,
    false,
    true,
  ])
  expect(isDeeperThan(nested(200_000), 100)).toBe(true)
})
