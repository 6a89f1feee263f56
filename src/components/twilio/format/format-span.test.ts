import { expect, test } from 'vitest'
import { formatSpan } from './format-span'

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute)
const now = at(22, 15, 0)
const span = (from: Date, until: Date) => formatSpan(from, until, now, 'en-GB').replaceAll('\u202f', ' ')

test('a span of time says its day only when it is not today', () => {
  expect(span(at(22, 10, 2), at(22, 10, 14))).toBe('10:02 – 10:14')
  expect(span(at(22, 10, 2), at(22, 10, 2))).toBe('10:02')
  expect(span(at(21, 10, 2), at(21, 10, 14))).toBe('Yesterday 10:02 – 10:14')
  expect(span(at(21, 23, 2), at(22, 0, 14))).toBe('Yesterday 23:02 – today 0:14')
})
