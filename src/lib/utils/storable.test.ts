import { expect, test } from 'vitest'
import { storable } from './storable'

test('a text without NULs and with whole characters stays as it is', () =>
  expect(storable('Grüße 😀')).toBe('Grüße 😀'))

test('NULs and half characters are replaced, never dropped', () =>
  expect(storable('a\0b\uD83Dc\uDE00')).toBe('a\uFFFDb\uFFFDc\uFFFD'))
