import { describe, expect, test } from 'vitest'
import { countSegments } from './count-segments'

describe('countSegments', () => {
  test.each([
    ['160 plain letters', 'a'.repeat(160), 1, 'GSM-7'],
    ['161 plain letters', 'a'.repeat(161), 2, 'GSM-7'],
    ['153 letters twice', 'a'.repeat(306), 2, 'GSM-7'],
    ['one more than that', 'a'.repeat(307), 3, 'GSM-7'],
    ['brackets, which count double', '['.repeat(81), 2, 'GSM-7'],
    ['70 letters with one curly quote', `${'a'.repeat(69)}’`, 1, 'UCS-2'],
    ['71 letters with one curly quote', `${'a'.repeat(70)}’`, 2, 'UCS-2'],
    ['35 emoji', '😀'.repeat(35), 1, 'UCS-2'],
    ['36 emoji', '😀'.repeat(36), 2, 'UCS-2'],
    ['nothing but an attachment', '', 1, 'GSM-7'],
  ])('%s', (_name, body, segments, encoding) => {
    expect(countSegments(body)).toEqual({ segments, encoding })
  })
})
