import { expect, test } from 'vitest'
import { formatDuration } from './format-duration'

test.each([
  [0, '0:00'],
  [5, '0:05'],
  [125, '2:05'],
  [3725, '1:02:05'],
  [59.9, '0:59'],
  [-3, '0:00'],
])('%d seconds read %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})
