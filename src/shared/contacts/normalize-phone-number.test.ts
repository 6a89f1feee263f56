import { expect, test } from 'vitest'
import { normalizePhoneNumber } from './normalize-phone-number'

test.each([
  ['(415) 555-2671', { phoneNumber: '+14155552671' }],
  ['415.555.2671', { phoneNumber: '+14155552671' }],
  ['+49 30 901820', { phoneNumber: '+4930901820' }],
  ['0049 30 901820', { phoneNumber: '+4930901820' }],
  ['', { problem: 'There is no phone number.' }],
  ['call me', { problem: '“call me” is not a phone number.' }],
  ['123', { problem: '“123” is a number that nobody can have.' }],
  ['415 555 2671 ext 5', { problem: '“415 555 2671 ext 5” has an extension and cannot be texted.' }],
])('“%s” is %j', (written, expected) => {
  expect(normalizePhoneNumber(written, 'US')).toEqual(expected)
})
