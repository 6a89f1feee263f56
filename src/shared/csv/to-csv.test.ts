import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from './to-csv'

test.each([
  ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-1+2', "'-1+2"],
  ['  =1', "'  =1"],
  ['+14155550123', '+14155550123'],
  ['+1 (415) =1', "'+1 (415) =1"],
  ['Smith, Dana', '"Smith, Dana"'],
  ['plain', 'plain'],
])('%s is written as %s', (value, written) => {
  expect(toCsv([[value]])).toBe(`${written}\r\n`)
})

test('what is written is read again, cell by cell', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^\s*[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      expect(parse(toCsv(rows), { record_delimiter: '\r\n' })).toEqual(rows)
    }),
  )
})
