import { expect, test } from 'vitest'
import { formatFileSize } from './format-file-size'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [512_000, '512 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [5_242_880, '5.2 MB'],
])('%d is %s', (bytes, words) => expect(formatFileSize(bytes)).toBe(words))
