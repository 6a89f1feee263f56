import { expect, test } from 'vitest'
import { dayBounds } from './day-bounds'

test('a day is included whole, and what is not given bounds nothing', () => {
  const { from, to } = dayBounds({ from: '2026-11-01', to: '2026-11-01' })
  expect([new Date(from ?? 0).getDate(), new Date(to ?? 0).getDate()]).toEqual([1, 2])
  expect([new Date(from ?? 0).getHours(), new Date(to ?? 0).getHours()]).toEqual([0, 0])
  expect(dayBounds({ to: '2026-12-31' })).toEqual({ to: new Date(2027, 0, 1).toISOString() })
  expect(dayBounds({})).toEqual({})
})
