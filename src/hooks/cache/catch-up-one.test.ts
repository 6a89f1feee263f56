import { beforeEach, expect, test } from 'vitest'
import { aCall, aConversation, aMessage, timeOf } from '../../../test/helpers/dashboard-fixtures'
import { recentEvents } from '../live/recent'
import { catchUpCall, catchUpConversation } from './catch-up-one'

beforeEach(() => {
  recentEvents.clear()
  recentEvents.add({ id: '1', type: 'call.ended', at: timeOf(2), data: { call: aCall(1, { status: 'completed' }) } })
})

test('an answer that was overtaken by the end of the call shows the end', () => {
  expect(catchUpCall(aCall(1, { status: 'in-progress' })).status).toBe('completed')
  expect(catchUpCall(aCall(2, { status: 'in-progress' })).status).toBe('in-progress')
})

test('an answer that was overtaken by a text shows the text', () => {
  const conversation = aConversation(1, { lastMessageAt: timeOf(9), lastMessagePreview: 'new' })
  recentEvents.add({ id: '2', type: 'message.received', at: timeOf(9), data: { message: aMessage(9), conversation } })
  expect(catchUpConversation(aConversation(1)).lastMessagePreview).toBe('new')
  expect(catchUpConversation(aConversation(2)).lastMessagePreview).toBe('text 2')
})
