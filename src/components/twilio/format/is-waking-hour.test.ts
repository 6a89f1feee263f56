import { expect, test } from 'vitest'
import { isWakingHour } from './is-waking-hour'

test('is asked of the place where the contact is', () => {
  const now = new Date('2026-11-22T13:30:00Z')
  expect(isWakingHour(now, 'America/New_York')).toBe(true)
  expect(isWakingHour(now, 'America/Los_Angeles')).toBe(false)
  expect(isWakingHour(new Date('2026-11-22T05:00:00Z'), 'America/Los_Angeles')).toBe(false)
})
