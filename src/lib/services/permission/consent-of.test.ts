import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultPermissionRules as rules } from '@/shared/permission/default-rules'
import { purposes } from '@/shared/permission/purpose'
import { consentOf } from './consent-of'
import { noEvidence, type Evidence } from './evidence'

const at = new Date('2026-03-02T20:00:00Z')
const ago = (hours: number) => new Date(at.getTime() - hours * 3_600_000)
const asked = { at, purpose: 'flow', medium: 'message' } as const
const basis = (evidence: Partial<Evidence>, change: Partial<Parameters<typeof consentOf>[2]> = {}) =>
  consentOf({ ...noEvidence, ...evidence }, rules, { ...asked, ...change }).basis

test('a call of the last day counts for the text of a flow that follows it, and for the one to a missed caller', () => {
  expect(consentOf({ ...noEvidence, lastCallFromThem: ago(1) }, rules, asked)).toEqual({
    basis: 'conversation',
    source: 'inbound_call',
    since: ago(1),
  })
  expect(basis({ lastCallFromThem: ago(24) })).toBe('conversation')
  expect(basis({ lastCallFromThem: ago(24) }, { purpose: 'missed_call' })).toBe('conversation')
  expect(basis({ lastCallFromThem: ago(24.01) })).toBe('none')
  const never = { ...rules, consent: { ...rules.consent, callHours: 0 } }
  expect(consentOf({ ...noEvidence, lastCallFromThem: ago(1) }, never, asked).basis).toBe('none')
})

test('a call counts for no other purpose, for no call, and not once they refused', () => {
  const lastCallFromThem = ago(1)
  for (const purpose of purposes.filter((one) => one !== 'flow' && one !== 'missed_call')) {
    expect(basis({ lastCallFromThem }, { purpose })).toBe('none')
  }
  expect(basis({ lastCallFromThem }, { medium: 'call' })).toBe('none')
  expect(basis({ lastCall: ago(1) })).toBe('none')
  const revoked = { kind: 'revoked', source: 'spoken', occurredAt: ago(2), recordedAt: ago(2) } as const
  expect(basis({ lastCallFromThem, consent: revoked })).toBe('none')
  const optOut = { kind: 'opted_out', recordedAt: ago(2), words: 'STOP' } as const
  expect(basis({ lastCallFromThem, optOut, optedOutAt: ago(2) })).toBe('none')
})

test('a call from before an opt-out is over with it, also once they opted in again', () => {
  const optOut = { kind: 'opted_in', recordedAt: ago(1), words: 'START' } as const
  expect(basis({ lastCallFromThem: ago(3), optOut, optedOutAt: ago(2) })).toBe('none')
  expect(basis({ lastCallFromThem: ago(0.5), optOut, optedOutAt: ago(2) })).toBe('conversation')
})

test('a call never takes away what a text gave', () => {
  const sometime = fc.option(fc.integer({ min: 0, max: 4000 }).map(ago))
  fc.assert(
    fc.property(sometime, sometime, fc.constantFrom(...purposes), (wrote, called, purpose) => {
      const without = consentOf({ ...noEvidence, lastTextFromThem: wrote }, rules, { ...asked, purpose })
      const both = { ...noEvidence, lastTextFromThem: wrote, lastCallFromThem: called }
      const withCall = consentOf(both, rules, { ...asked, purpose })
      expect(without.basis === 'none' ? without : withCall).toEqual(without)
    }),
  )
})
