import { describe, expect, test } from 'vitest'
import { matchAttempts } from './match-attempts'

const start = Date.parse('2026-03-02T15:00:00.000Z')
const at = (seconds: number) => new Date(start + seconds * 1000)
const attempt = (id: string, seconds: number, body = 'Hi') => ({ id, createdAt: at(seconds), body })
const record = (sid: string, seconds: number | null, body = 'Hi') => ({
  sid,
  createdAt: seconds === null ? null : at(seconds),
  body,
})
const match = (attempts: ReturnType<typeof attempt>[], records: ReturnType<typeof record>[]) =>
  [...matchAttempts(attempts, records, { leaseMilliseconds: 120_000, same: (a, b) => a.body === b.body })].map(
    ([id, { sid }]) => `${id}=${sid}`,
  )

describe('matchAttempts', () => {
  test('takes the record with the same words made while the attempt was under way', () => {
    expect(
      match(
        [attempt('a', 0)],
        [record('other words', 1, 'Bye'), record('too old', -60), record('too new', 200), record('it', 2)],
      ),
    ).toEqual(['a=it'])
  })

  test('allows for whole seconds and clocks that differ', () => {
    expect(match([attempt('a', 0.9)], [record('it', 0)])).toEqual(['a=it'])
  })

  test('gives two attempts alike a record each, and one of them none when only one arrived', () => {
    const attempts = [attempt('b', 20), attempt('a', 0)]
    expect(match(attempts, [record('2', 21), record('1', 1)])).toEqual(['a=1', 'b=2'])
    expect(match(attempts, [record('1', 1)])).toEqual(['a=1'])
  })

  test('leaves a record without a time alone', () => {
    expect(match([attempt('a', 0)], [record('it', null)])).toEqual([])
  })
})
