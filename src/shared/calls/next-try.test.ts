import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpen } from '../business-hours/is-open'
import { nextOpening } from '../business-hours/next-opening'
import { BusinessHours } from '../schemas/business-hours'
import { defaultCallSettings } from './default-call-settings'
import { nextTry } from './next-try'

const policy = defaultCallSettings.retry
const endedAt = new Date('2026-03-02T15:00:00Z')
const hours = BusinessHours.parse({
  time_zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:07', to: '17:00' }],
  holidays: ['12-25'],
})

describe('nextTry', () => {
  test('waits as long as the policy says, then longer, then gives up', () => {
    const tries = [0, 1, 2].map((made) => nextTry(policy, { status: 'busy', made, endedAt }))
    expect(tries).toEqual([
      { attempt: 1, dueAt: new Date('2026-03-02T15:15:00Z') },
      { attempt: 2, dueAt: new Date('2026-03-02T17:00:00Z') },
      null,
    ])
  })

  test.each(['completed', 'canceled', 'in-progress'])('does not try again what is %s', (status) => {
    expect(nextTry(policy, { status, made: 0, endedAt })).toBeNull()
  })

  test('tries again only the ends that the policy names', () => {
    expect(nextTry({ ...policy, ends: ['busy'] }, { status: 'no-answer', made: 0, endedAt })).toBeNull()
  })

  test('waits for the hours of the policy, over a weekend too', () => {
    const friday = new Date('2026-03-06T21:50:00Z')
    expect(nextTry({ ...policy, hours }, { status: 'busy', made: 0, endedAt: friday })).toEqual({
      attempt: 1,
      dueAt: new Date('2026-03-09T13:07:00Z'),
    })
    const never = { ...hours, hours: [] }
    expect(nextTry({ ...policy, hours: never }, { status: 'busy', made: 0, endedAt })).toBeNull()
  })
})

test('nextOpening is never before, always open, and no open minute lies before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 9 }), (minutes) => {
      const at = new Date(endedAt.getTime() + minutes * 60_000)
      const opening = nextOpening(hours, at)
      expect(opening && isOpen(hours, opening)).toBe('open')
      if (!opening || opening.getTime() === at.getTime()) return
      expect(opening > at && isOpen(hours, new Date(opening.getTime() - 60_000)) !== 'open').toBe(true)
    }),
  )
})
