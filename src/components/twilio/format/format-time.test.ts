import { describe, expect, test } from 'vitest'
import { formatClockTime, formatDay, formatRelativeTime } from './format-time'

const now = new Date(2026, 10, 22, 15, 0, 0)
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('formatRelativeTime', () => {
  test.each([
    [before(0.5), 'now'],
    [before(4), '4 min'],
    [before(59), '59 min'],
    [before(60), '2:00 PM'],
    [new Date(2026, 10, 21, 23, 59), 'Yesterday'],
    [new Date(2026, 10, 17, 9, 0), 'Tue'],
    [new Date(2026, 10, 15, 9, 0), 'Nov 15'],
    [new Date(2025, 10, 15, 9, 0), 'Nov 15, 2025'],
  ])('%s reads %s', (at, text) => {
    expect(formatRelativeTime(at, now, 'en-US').replace(' ', ' ')).toBe(text)
  })

  test('a server whose clock runs a little ahead still says now', () => {
    expect(formatRelativeTime(before(-0.5), now, 'en-US')).toBe('now')
  })
})

test('formatDay names near days and dates far ones', () => {
  expect(formatDay(before(10), now, 'en-US')).toBe('Today')
  expect(formatDay(before(24 * 60), now, 'en-US')).toBe('Yesterday')
  expect(formatDay(new Date(2026, 10, 17), now, 'en-US')).toBe('Tuesday, November 17')
})

test('formatClockTime tells the time where the contact is', () => {
  const noon = new Date('2026-11-22T12:00:00Z')
  expect(formatClockTime(noon, 'en-US', 'America/Los_Angeles').replace(' ', ' ')).toBe('4:00 AM')
})
