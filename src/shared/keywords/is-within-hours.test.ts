import { expect, test } from 'vitest'
import type { KeywordHours } from '@/shared/schemas/keyword'
import { isWithinHours } from './is-within-hours'

const office: KeywordHours = {
  timeZone: 'America/New_York',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  when: 'during',
  closedOn: ['2026-11-26'],
}
const night: KeywordHours = { ...office, from: '22:00', to: '06:00', days: [5] }

test.each([
  ['Monday at nine', office, '2026-11-23T14:00:00Z', true],
  ['a minute before nine', office, '2026-11-23T13:59:00Z', false],
  ['five sharp is over', office, '2026-11-23T22:00:00Z', false],
  ['Sunday', office, '2026-11-22T15:00:00Z', false],
  ['Thanksgiving', office, '2026-11-26T15:00:00Z', false],
  ['nine by summer time', office, '2026-07-06T13:00:00Z', true],
  ['the Friday before clocks go back', office, '2026-10-30T13:00:00Z', true],
  ['the Monday after', office, '2026-11-02T13:30:00Z', false],
  ['Friday night', night, '2026-11-28T03:30:00Z', true],
  ['its small hours', night, '2026-11-28T10:30:00Z', true],
  ['six in the morning', night, '2026-11-28T11:00:00Z', false],
  ['Thursday night', night, '2026-11-27T03:30:00Z', false],
  ['the night of a holiday', { ...night, days: [4], closedOn: ['2026-11-26'] }, '2026-11-27T08:00:00Z', false],
  ['all day', { ...office, from: '00:00', to: '00:00' }, '2026-11-23T05:30:00Z', true],
] as const)('%s', (_name, hours, at, open) => {
  const given = { ...hours, days: [...hours.days], closedOn: [...hours.closedOn] }
  expect(isWithinHours(given, new Date(at))).toBe(open)
  expect(isWithinHours({ ...given, when: 'outside' }, new Date(at))).toBe(!open)
})
