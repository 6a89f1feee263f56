import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidError } from '@/shared/errors'
import { decodeCursor, encodeCursor, pageOfRows } from './cursor'

describe('a cursor', () => {
  test('comes back as it went out', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
        fc.uuid(),
        (at, id) => {
          expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id })
        },
      ),
    )
  })

  test('made up by somebody else is refused, never passed to SQL', () => {
    const forged = fc.oneof(
      fc.string(),
      fc.string().map((text) => Buffer.from(text).toString('base64url')),
      fc
        .constantFrom(`1~${'-'.repeat(36)}`, `99999999999999~${crypto.randomUUID()}`, `1~${crypto.randomUUID()}'`)
        .map((text) => Buffer.from(text).toString('base64url')),
    )
    fc.assert(
      fc.property(forged, (text) => {
        expect(() => decodeCursor(text)).toThrow(InvalidError)
      }),
    )
  })
})

test('a page keeps the limit and says where the next begins only when there is more', () => {
  const rows = Array.from({ length: 3 }, (_, index) => ({
    at: new Date(index),
    id: `${index}`.repeat(8).concat('-0000-7000-8000-000000000000'),
  }))
  const more = pageOfRows(
    rows,
    2,
    (row) => row.id,
    (row) => row,
  )
  expect(more.items).toHaveLength(2)
  expect(decodeCursor(String(more.nextCursor))).toEqual(rows[1])
  expect(
    pageOfRows(
      rows,
      3,
      (row) => row.id,
      (row) => row,
    ).nextCursor,
  ).toBeNull()
})
