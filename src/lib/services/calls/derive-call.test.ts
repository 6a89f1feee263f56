import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callStatusRank, type CallStatus } from '@/shared/calls/call-status-rank'
import type { CallReport } from './call-report'
import { deriveCall, newCall } from './derive-call'

const start = new Date('2026-11-22T10:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

function report(status: CallStatus, seconds: number, more: Partial<CallReport> = {}): CallReport {
  return {
    callSid: 'CA1',
    parentCallSid: null,
    direction: 'inbound',
    status,
    from: '+14155550111',
    to: '+14155550100',
    at: later(seconds),
    answeredBy: null,
    errorCode: null,
    durationSeconds: null,
    attemptId: null,
    ...more,
  }
}

function derive([first, ...rest]: CallReport[]) {
  return rest.reduce(deriveCall, newCall(first!, 'id'))
}

describe('deriveCall', () => {
  test('a call that rang, was answered and ended', () => {
    const call = derive([
      report('ringing', 0),
      report('in-progress', 4),
      report('completed', 34, { durationSeconds: 30 }),
    ])
    expect(call).toMatchObject({
      status: 'completed',
      startedAt: later(0),
      answeredAt: later(4),
      endedAt: later(34),
      durationSeconds: 30,
    })
  })

  test('the end alone tells when it was answered', () => {
    expect(derive([report('ringing', 0), report('completed', 20, { durationSeconds: 15 })]).answeredAt).toEqual(
      later(5),
    )
    expect(derive([report('ringing', 0), report('completed', 20, { durationSeconds: 0 })]).answeredAt).toBeNull()
    expect(derive([report('ringing', 0), report('no-answer', 20, { durationSeconds: 0 })]).answeredAt).toBeNull()
  })

  test('every order of the same reports, each up to five times, ends the same', () => {
    const reports = [
      report('queued', 0),
      report('ringing', 2),
      report('in-progress', 5, { answeredBy: 'human' }),
      report('completed', 65, { durationSeconds: 60 }),
      report('busy', 3, { errorCode: 31486 }),
    ]
    const subset = fc.subarray(reports, { minLength: 1 })
    const shuffled = subset.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.tuple(...some.map(() => fc.integer({ min: 1, max: 5 }))).chain((counts) => {
          const deliveries = some.flatMap((one, index) => Array.from({ length: counts[index]! }, () => one))
          return fc.shuffledSubarray(deliveries, { minLength: deliveries.length })
        }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([inOrder, deliveries]) => {
        expect(derive(deliveries)).toEqual(derive(inOrder))
      }),
    )
  })

  test('its status is the highest it ever had', () => {
    const statuses = Object.keys(callStatusRank) as CallStatus[]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses), { minLength: 1 }), (reported) => {
        const highest = reported.toSorted((a, b) => callStatusRank[b] - callStatusRank[a])[0]
        expect(derive(reported.map((status) => report(status, 0))).status).toBe(highest)
      }),
    )
  })
})
