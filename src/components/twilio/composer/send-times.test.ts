import { describe, expect, test } from 'vitest'
import { fromWallInput, sendTimes, toWallInput } from './send-times'

const losAngeles = 'America/Los_Angeles'
const offered = (now: string, timeZone: string) =>
  sendTimes(new Date(now), timeZone).map(({ label, at }) => [label, at.toISOString()])

describe('sendTimes', () => {
  test('are by the wall where the recipient is', () => {
    // 6:40 am on a Tuesday in Los Angeles.
    expect(offered('2026-11-24T14:40:10Z', losAngeles)).toEqual([
      ['In an hour', '2026-11-24T15:41:00.000Z'],
      ['This morning', '2026-11-24T17:00:00.000Z'],
      ['Tomorrow morning', '2026-11-25T17:00:00.000Z'],
    ])
  })

  test('offer Monday before and during a weekend', () => {
    expect(offered('2026-11-27T20:00:00Z', losAngeles).at(-1)).toEqual(['Monday morning', '2026-11-30T17:00:00.000Z'])
    expect(offered('2026-11-28T20:00:00Z', losAngeles).at(-1)).toEqual(['Monday morning', '2026-11-30T17:00:00.000Z'])
    expect(offered('2026-11-29T20:00:00Z', losAngeles).map(([label]) => label)).toEqual([
      'In an hour',
      'Tomorrow morning',
    ])
  })

  test('keep to the wall when the clocks change overnight', () => {
    expect(offered('2026-10-31T20:00:00Z', losAngeles).at(1)).toEqual(['Tomorrow morning', '2026-11-01T17:00:00.000Z'])
  })
})

describe('wall inputs', () => {
  test('say a moment by the wall of a zone, and back', () => {
    const at = new Date('2026-11-24T17:05:00Z')
    expect(toWallInput(at, losAngeles)).toBe('2026-11-24T09:05')
    expect(fromWallInput('2026-11-24T09:05', losAngeles)).toEqual(at)
    expect(fromWallInput('', losAngeles)).toBeNull()
  })
})
