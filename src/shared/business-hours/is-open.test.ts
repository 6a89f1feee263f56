import { describe, expect, test } from 'vitest'
import { BusinessHours } from '../schemas/business-hours'
import { isOpen } from './is-open'

const hours = BusinessHours.parse({
  time_zone: 'America/New_York',
  hours: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    { days: [6], from: '10:00', to: '24:00' },
  ],
  holidays: ['12-25', '2026-11-26'],
})

describe('isOpen', () => {
  test.each([
    ['a Wednesday at nine', '2026-11-25T14:00:00Z', 'open'],
    ['a minute before nine', '2026-11-25T13:59:59Z', 'closed'],
    ['five sharp', '2026-11-25T22:00:00Z', 'closed'],
    ['a Saturday just before midnight', '2026-11-29T04:59:00Z', 'open'],
    ['a Sunday', '2026-11-29T15:00:00Z', 'closed'],
    ['this year’s Thanksgiving', '2026-11-26T15:00:00Z', 'holiday'],
    ['any Christmas', '2030-12-25T15:00:00Z', 'holiday'],
    ['nine o’clock in summer', '2026-07-01T13:00:00Z', 'open'],
    ['a Monday after the clocks went back', '2026-11-02T13:30:00Z', 'closed'],
  ])('%s', (_what, at, expected) => {
    expect(isOpen(hours, new Date(at))).toBe(expected)
  })
})
