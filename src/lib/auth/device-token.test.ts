import { expect, test } from 'vitest'
import { createDeviceToken, readDeviceToken } from './device-token'

test('a device is known to the account it was made for, and to no other, with no other secret, nor changed', () => {
  const token = createDeviceToken('a secret', 'ada')
  expect(readDeviceToken('a secret', 'ada', token)).toBe(token.split('.')[0])
  expect(readDeviceToken('a secret', 'bob', token)).toBeNull()
  expect(readDeviceToken('another', 'ada', token)).toBeNull()
  expect(readDeviceToken('a secret', 'ada', `x${token}`)).toBeNull()
  for (const nothing of [undefined, '', '.', 'a.', 'a.b', 'ä.ö']) {
    expect(readDeviceToken('a secret', 'ada', nothing)).toBeNull()
  }
})
