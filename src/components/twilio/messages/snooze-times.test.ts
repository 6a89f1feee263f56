import { expect, test } from 'vitest'
import { snoozeTimes, toLocalInput } from './snooze-times'

const shown = (now: Date) => snoozeTimes(now).map(({ label, until }) => `${label}: ${toLocalInput(until)}`)

test('on a Wednesday afternoon', () => {
  expect(shown(new Date(2026, 10, 25, 14, 30))).toEqual([
    'In an hour: 2026-11-25T15:30',
    'In three hours: 2026-11-25T17:30',
    'Tomorrow: 2026-11-26T09:00',
    'Next Monday: 2026-11-30T09:00',
  ])
})

test('before the day begins, on a Monday and on a Sunday', () => {
  expect(shown(new Date(2026, 10, 30, 6, 0)).slice(2)).toEqual([
    'This morning: 2026-11-30T09:00',
    'Tomorrow: 2026-12-01T09:00',
    'Next Monday: 2026-12-07T09:00',
  ])
  expect(shown(new Date(2026, 10, 29, 20, 0)).slice(2)).toEqual([
    'Tomorrow: 2026-11-30T09:00',
    'In a week: 2026-12-07T09:00',
  ])
})

test('every time is to come, in order, and none stands twice', () => {
  for (let hours = 0; hours < 24 * 14; hours += 1) {
    const now = new Date(2026, 2, 20, hours, 59)
    const times = snoozeTimes(now).map(({ until }) => until.getTime())
    expect(Math.min(...times)).toBeGreaterThan(now.getTime())
    expect(new Set(times).size).toBe(times.length)
  }
})
