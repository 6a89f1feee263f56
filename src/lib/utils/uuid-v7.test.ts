import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uuidV7 } from './uuid-v7'

describe('uuidV7', () => {
  const at = new Date('2026-11-22T10:00:00Z')

  test('is a version 7 UUID that carries its time', () => {
    const id = uuidV7(at)
    expect(z.uuidv7().safeParse(id).success).toBe(true)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime())
  })

  test('is unique over many draws from the random pool', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => uuidV7(at))).size).toBe(10_000)
  })

  test('sorts by time', () => {
    expect(uuidV7(at) < uuidV7(new Date(at.getTime() + 1))).toBe(true)
  })

  test('sorts by its turn within a millisecond', () => {
    const busy = new Date('2026-11-22T10:00:01Z')
    const ids = Array.from({ length: 2_000 }, () => uuidV7(busy))
    expect(ids).toEqual(ids.toSorted())
  })
})
