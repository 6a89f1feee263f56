import { describe, expect, test } from 'vitest'
import { linearPattern } from './linear-pattern'

describe('linearPattern', () => {
  test('finds a pattern anywhere, in either case', () => {
    expect(linearPattern('^(yes|si)\\b')?.matches('YES please')).toBe(true)
    expect(linearPattern('^(yes|si)\\b')?.matches('oh yes')).toBe(false)
  })

  test('is null for what is no pattern', () => {
    expect(linearPattern('(')).toBeNull()
    expect(linearPattern('(?<=a)b')).toBeNull()
  })

  test('ends soon where a backtracking engine would not end', () => {
    expect(linearPattern('^(a+)+$')?.matches(`${'a'.repeat(5_000)}!`)).toBe(false)
  })
})
