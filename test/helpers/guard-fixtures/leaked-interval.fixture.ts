import { expect, test } from 'vitest'

test('leaves an interval running', () => {
  expect(setInterval(() => {}, 60_000)).toBeDefined()
})
