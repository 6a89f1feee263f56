import { expect, test } from 'vitest'
import { firstNameOf } from './first-name-of'

test.each([
  ['Dana Smith', 'Dana'],
  ['  Dana  ', 'Dana'],
  ['Dr. Dana Smith', 'Dana'],
  ['Smith, Dana', 'Dana'],
  ['Mr.', undefined],
  ['', undefined],
])('the first name of “%s” is %s', (name, first) => {
  expect(firstNameOf(name)).toBe(first)
})
