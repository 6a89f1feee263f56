import { describe, expect, test } from 'vitest'
import type { PermissionAnswer } from '@/shared/schemas/permission'
import { verdictWords } from './verdict-words'

const answer = (part: Partial<PermissionAnswer> = {}): PermissionAnswer => ({
  verdict: 'allowed',
  rule: null,
  reason: null,
  until: null,
  warnings: [],
  localTime: '2026-11-24T06:40',
  timeZone: 'America/Los_Angeles',
  zoneEvidence: [],
  consent: { basis: 'express', source: null, since: null },
  segments: 1,
  price: 0.0125,
  currency: 'USD',
  ...part,
})
const said = (part: Partial<PermissionAnswer>, name: string | null = 'Dana', planned = false) => {
  const { tone, words } = verdictWords(answer(part), name ?? undefined, planned)
  return [tone, words.replaceAll('\u202f', ' ')]
}

describe('verdictWords', () => {
  test('say the hour where they are when nothing speaks against it', () => {
    expect(said({})).toEqual(['quiet', '6:40 AM for Dana'])
    expect(said({}, null)).toEqual(['quiet', '6:40 AM for them'])
  })

  test('say until when a text is held, with the day where it is another one', () => {
    expect(said({ verdict: 'held', until: '2026-11-24T16:00:00.000Z' }, 'Dana', true)).toEqual([
      'caution',
      '6:40 AM for Dana then: held until 8:00 AM',
    ])
    expect(said({ verdict: 'held', until: '2026-11-25T16:00:00.000Z' })).toEqual([
      'caution',
      '6:40 AM for Dana: held until Wednesday 8:00 AM',
    ])
  })

  test('say who refused and when', () => {
    const reason = 'This person opted out of texts on May 3. They can text START.'
    expect(said({ verdict: 'refused', reason })).toEqual([
      'negative',
      'Dana opted out of texts on May 3. They can text START.',
    ])
    expect(said({ verdict: 'refused', reason: null })[1]).toBe('This text may not be sent.')
  })

  test('warn of quiet hours, though a text written by hand goes out', () => {
    const warnings = [{ rule: 'quiet_hours', reason: 'It is 6:40 am in Los Angeles, where this person is.' }]
    expect(said({ warnings })).toEqual([
      'caution',
      'It is 6:40 am in Los Angeles, where Dana is. That is outside your sending hours; by hand it goes out at once.',
    ])
  })

  test('give every other warning beside the hour', () => {
    const warnings = [{ rule: 'consent', reason: 'There is no record that this person agreed to hear from you.' }]
    expect(said({ warnings })).toEqual([
      'caution',
      '6:40 AM for Dana · There is no record that Dana agreed to hear from you.',
    ])
  })
})
