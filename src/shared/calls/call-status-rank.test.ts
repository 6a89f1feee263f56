import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callStatusRank, deriveCallStatus, isTerminalCallStatus, type CallStatus } from './call-status-rank'

const statuses = Object.keys(callStatusRank) as CallStatus[]

describe('deriveCallStatus', () => {
  test('the same callbacks in any order and any number end the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses), { minLength: 1 }), fc.nat(), (reported, seed) => {
        const shuffled = reported.toSorted((a, b) => ((seed + a.length * 7) % 5) - ((seed + b.length * 3) % 5))
        expect(deriveCallStatus([...shuffled, ...reported])).toBe(deriveCallStatus(reported))
      }),
    )
  })

  test('a finished call never runs again', () => {
    expect(deriveCallStatus(['completed', 'ringing', 'in-progress'])).toBe('completed')
    expect(deriveCallStatus(['busy', 'queued'])).toBe('busy')
  })

  test('knows the ends of a call', () => {
    expect(statuses.filter(isTerminalCallStatus)).toEqual(['canceled', 'no-answer', 'busy', 'failed', 'completed'])
  })

  test('no two statuses share a rank', () => {
    expect(new Set(Object.values(callStatusRank)).size).toBe(statuses.length)
  })
})
