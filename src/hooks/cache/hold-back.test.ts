import { describe, expect, test } from 'vitest'
import { freeze, holdBack } from './hold-back'

type Row = { id: string; at: number; text?: string }
const idOf = (row: Row) => row.id
const keyOf = (row: Row) => String(row.at).padStart(3, '0')
const rows = (...pairs: [string, number][]): Row[] => pairs.map(([id, at]) => ({ id, at }))

describe('holdBack', () => {
  const before = rows(['c', 3], ['b', 2], ['a', 1])
  const frozen = freeze(before, idOf, keyOf)

  test('counts new rows and holds them back', () => {
    const { shown, held } = holdBack(rows(['e', 5], ['d', 4], ['c', 3], ['b', 2], ['a', 1]), frozen, idOf, keyOf)
    expect(shown.map(idOf)).toEqual(['c', 'b', 'a'])
    expect(held).toBe(2)
  })

  test('changes known rows in place', () => {
    const { shown, held } = holdBack(
      [
        { id: 'c', at: 3 },
        { id: 'b', at: 2, text: 'new' },
        { id: 'a', at: 1 },
      ],
      frozen,
      idOf,
      keyOf,
    )
    expect(shown[1]?.text).toBe('new')
    expect(held).toBe(0)
  })

  test('a row that moved up stays where it is seen, and counts', () => {
    const { shown, held } = holdBack(rows(['a', 9], ['c', 3], ['b', 2]), frozen, idOf, keyOf)
    expect(shown.map(idOf)).toEqual(['c', 'b', 'a'])
    expect(held).toBe(1)
  })

  test('older rows that were read meanwhile follow at the end', () => {
    const { shown, held } = holdBack([...before, ...rows(['z', 0])], frozen, idOf, keyOf)
    expect(shown.map(idOf)).toEqual(['c', 'b', 'a', 'z'])
    expect(held).toBe(0)
  })

  test('a row that is gone is gone', () => {
    expect(holdBack(rows(['c', 3], ['a', 1]), frozen, idOf, keyOf).shown.map(idOf)).toEqual(['c', 'a'])
  })

  test('holds nothing back while the newest end is in sight', () => {
    expect(holdBack(before, null, idOf, keyOf)).toEqual({ shown: before, held: 0 })
  })
})
