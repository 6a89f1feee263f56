import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callStatusRank, type CallStatus } from '@/shared/calls/call-status-rank'
import { aCall, pagesOf } from '../../../test/helpers/dashboard-fixtures'
import { applyCall } from './apply-call'
import { itemsOf } from './pages'

const statuses = Object.keys(callStatusRank) as CallStatus[]

describe('applyCall', () => {
  test('puts a new call on top', () => {
    const list = pagesOf([[aCall(2), aCall(1)]])
    expect(itemsOf(applyCall(list, aCall(3), {})).map((call) => call.callSid)).toEqual(['CA3', 'CA2', 'CA1'])
  })

  test('the same event twice is one call', () => {
    const once = applyCall(pagesOf([[aCall(1)]]), aCall(2), {})
    expect(applyCall(once, aCall(2), {})).toEqual(once)
  })

  test('changes a call in place, on whichever page it stands', () => {
    const list = applyCall(pagesOf([[aCall(3)], [aCall(2), aCall(1)]]), aCall(1, { status: 'completed' }), {})
    expect(itemsOf(list).map((call) => call.status)).toEqual(['ringing', 'ringing', 'completed'])
    expect(list.pages[1]?.items).toHaveLength(2)
  })

  test('events in any order end with the same status', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(statuses, { minLength: 1 }), (order) => {
        const end = order.reduce(
          (list, status) => applyCall(list, aCall(1, { status }), {}),
          pagesOf([[aCall(1, { status: 'queued' })]]),
        )
        const highest = order.toSorted((a, b) => callStatusRank[b] - callStatusRank[a])[0]
        expect(itemsOf(end)[0]?.status).toBe(highest)
      }),
    )
  })

  test('a call that ends leaves the list of active calls', () => {
    const active = applyCall(pagesOf([[]]), aCall(1), { active: true })
    expect(itemsOf(active)).toHaveLength(1)
    expect(itemsOf(applyCall(active, aCall(1, { status: 'completed' }), { active: true }))).toEqual([])
  })

  test.each([[{ direction: 'outbound' }], [{ status: 'failed' }], [{ phoneNumber: '+14155559999' }]] as const)(
    'a filter %j does not take in what it does not want',
    (filter) => {
      expect(itemsOf(applyCall(pagesOf([[]]), aCall(1), filter))).toEqual([])
    },
  )

  test('a call that was first heard of under another id, before its request was answered, stands there once', () => {
    const requested = aCall(1, { id: 'ours', callSid: null, status: 'queued' })
    const heardOf = applyCall(pagesOf([[requested]]), aCall(1, { id: 'heard-of' }), {})
    expect(itemsOf(heardOf)).toHaveLength(2)
    const settled = aCall(1, { id: 'ours', status: 'ringing' })
    expect(itemsOf(applyCall(heardOf, settled, {}))).toEqual([settled])
    const active = applyCall(
      pagesOf([[aCall(1, { id: 'heard-of' })]]),
      { ...settled, status: 'completed' },
      { active: true },
    )
    expect(itemsOf(active)).toEqual([])
  })

  test('a leg is not a call of its own', () => {
    expect(itemsOf(applyCall(pagesOf([[]]), aCall(1, { parentCallSid: 'CA0' }), {}))).toEqual([])
  })

  test('a call older than all that was read belongs to a page not read yet', () => {
    const unfinished = pagesOf([[aCall(5), aCall(4)]], { more: true })
    expect(applyCall(unfinished, aCall(1), {})).toBe(unfinished)
    expect(itemsOf(applyCall(pagesOf([[aCall(5), aCall(4)]]), aCall(1), {}))).toHaveLength(3)
  })
})
