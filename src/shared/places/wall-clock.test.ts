import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf, nextDate, readWallClock } from './wall-clock'

const zones = [
  'America/New_York',
  'America/St_Johns',
  'America/Phoenix',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
]
const someZone = fc.constantFrom(...zones)
const someMoment = fc
  .integer({ min: 0, max: 5 * 365 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2025, 0, 1) + minutes * 60_000))

test('the moment of what a wall shows is the first at which it does', () => {
  fc.assert(
    fc.property(someZone, someMoment, (zone, at) => {
      const { date, minute } = readWallClock(at, zone)
      const moment = momentOf(date, minute, zone)
      expect(readWallClock(moment, zone)).toMatchObject({ date, minute })
      expect(moment.getTime()).toBeLessThanOrEqual(at.getTime())
    }),
  )
})

test('a time that is skipped comes after the gap, one that is shown twice the first time', () => {
  // New York: 2:00 becomes 3:00 on 8 March, 2:00 becomes 1:00 on 1 November 2026.
  expect(momentOf('2026-03-08', 150, 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z')
  expect(momentOf('2026-11-01', 90, 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z')
  // Lord Howe moves by half an hour.
  expect(momentOf('2026-10-04', 135, 'Australia/Lord_Howe').toISOString()).toBe('2026-10-03T15:45:00.000Z')
})

test('the day after the last of a month is the first of the next', () => {
  expect([nextDate('2026-02-28'), nextDate('2028-02-28'), nextDate('2026-12-31')]).toEqual([
    '2026-03-01',
    '2028-02-29',
    '2027-01-01',
  ])
})
