import { expect, test } from 'vitest'
import { seal, unseal } from './seal'

const secret = 'a secret of the tests, long enough'

test('what is sealed is read with the same secret for the same purpose, and by nobody else', () => {
  const sealed = seal(secret, 'phones', 'söcret of a key')
  expect(sealed.toString('latin1')).not.toContain('cret of a key')
  expect(unseal(secret, 'phones', sealed)).toBe('söcret of a key')
  expect(unseal('another secret of the tests', 'phones', sealed)).toBeNull()
  expect(unseal(secret, 'texts', sealed)).toBeNull()
})

test('what was changed or cut off is not read', () => {
  const sealed = seal(secret, 'phones', 'secret')
  const changed = Buffer.from(sealed)
  changed[changed.length - 1]! ^= 1
  expect(unseal(secret, 'phones', changed)).toBeNull()
  expect(unseal(secret, 'phones', sealed.subarray(0, 20))).toBeNull()
  expect(seal(secret, 'phones', 'secret').equals(sealed)).toBe(false)
})
