import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeMediaToken, readMediaToken } from './media-token'

const secret = 'a secret of the tests, long enough'
const id = '019aba2f-5d1c-7aaa-8bbb-0123456789ab'
const at = new Date('2026-03-02T15:00:00Z')
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const token = makeMediaToken(secret, { id, at })

describe('a link to a file', () => {
  test('names its file until it ends, twelve hours later', () => {
    expect(readMediaToken(secret, { token, at })).toBe(id)
    expect(readMediaToken(secret, { token, at: later(11.99) })).toBe(id)
    expect(readMediaToken(secret, { token, at: later(12) })).toBeNull()
  })

  test('opens nothing of another kind', () => {
    expect(readMediaToken(secret, { token, at, kind: 'recording-links' })).toBeNull()
    const recording = makeMediaToken(secret, { id, at, kind: 'recording-links' })
    expect(readMediaToken(secret, { token: recording, at })).toBeNull()
    expect(readMediaToken(secret, { token: recording, at, kind: 'recording-links' })).toBe(id)
  })

  test('is worth nothing under another secret', () => {
    expect(readMediaToken('another secret of the tests', { token, at })).toBeNull()
  })

  test('cannot be changed in any character, shortened or lengthened', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/.%'.split('')
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom(...letters), (index, letter) => {
        fc.pre(token[index] !== letter)
        expect(
          readMediaToken(secret, { token: token.slice(0, index) + letter + token.slice(index + 1), at }),
        ).toBeNull()
        expect(readMediaToken(secret, { token: token.slice(0, index), at })).toBeNull()
        expect(readMediaToken(secret, { token: token + letter, at })).toBeNull()
      }),
    )
  })
})
