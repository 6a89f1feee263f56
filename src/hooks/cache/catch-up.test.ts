import { beforeEach, describe, expect, test } from 'vitest'
import { aCall, pagesOf } from '../../../test/helpers/dashboard-fixtures'
import { recentEvents } from '../live/recent'
import { applyEventToCalls } from './apply-event'
import { catchUp } from './catch-up'

const pageOf = (calls: ReturnType<typeof aCall>[]) => pagesOf([calls]).pages[0]!

const caughtUp = (page: ReturnType<typeof pageOf>, pageParam: string | null) =>
  catchUp(page, pageParam, (data, event) => applyEventToCalls(data, event, {})).items

describe('catchUp', () => {
  beforeEach(() => {
    recentEvents.clear()
    recentEvents.add({ id: '9', type: 'call.ringing', at: aCall(8).startedAt, data: { call: aCall(8) } })
    recentEvents.add({
      id: '11',
      type: 'call.ended',
      at: aCall(1).startedAt,
      data: { call: aCall(1, { status: 'completed' }) },
    })
    recentEvents.add({ id: '12', type: 'call.ringing', at: aCall(5).startedAt, data: { call: aCall(5) } })
  })

  test('an answer that was under way when events came does not undo them', () => {
    expect(caughtUp(pageOf([aCall(1)]), null)).toMatchObject([
      { callSid: 'CA5', status: 'ringing' },
      { callSid: 'CA1', status: 'completed' },
    ])
  })

  test('what the answer already holds is not applied again', () => {
    expect(caughtUp({ ...pageOf([aCall(1)]), syncCursor: '12' }, null)).toMatchObject([
      { callSid: 'CA1', status: 'ringing' },
    ])
  })

  test('a later page is changed but takes nothing in', () => {
    expect(caughtUp(pageOf([aCall(1)]), 'after page 0')).toMatchObject([{ callSid: 'CA1', status: 'completed' }])
  })
})
