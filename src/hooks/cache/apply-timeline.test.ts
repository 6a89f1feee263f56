import { describe, expect, test } from 'vitest'
import type { LiveEvent, NewLiveEvent } from '@/shared/schemas/live-event'
import type { TimelineItem } from '@/shared/schemas/timeline'
import { aCall, aConversation, aMessage, pagesOf, timeOf } from '../../../test/helpers/dashboard-fixtures'
import { applyEventToTimeline } from './apply-timeline'
import { itemsOf, type Pages } from './pages'

const conversation = aConversation(900, { theirNumber: '+14155550123' })
const thread = { conversationId: conversation.id, theirNumber: conversation.theirNumber }
const entry = (n: number): TimelineItem => {
  const message = aMessage(n)
  return { kind: 'message', id: message.id, at: message.createdAt, message }
}
const start = pagesOf([[entry(4), entry(2)]])
let events = 0
const live = (event: NewLiveEvent): LiveEvent => {
  events += 1
  return { ...event, id: String(events), at: timeOf(0) }
}
const after = (data: Pages<TimelineItem>, event: NewLiveEvent) => {
  const once = applyEventToTimeline(data, live(event), thread)
  expect(itemsOf(applyEventToTimeline(once, live(event), thread))).toEqual(itemsOf(once))
  return itemsOf(once)
}
const kinds = (items: TimelineItem[]) => items.map((item) => item.kind)

describe('the timeline', () => {
  test('takes a text in at its place, and moves its status on, never back', () => {
    const message = aMessage(3)
    const items = after(start, { type: 'message.created', data: { message, conversation } })
    expect(items.map((item) => item.id)).toEqual([entry(4).id, message.id, entry(2).id])
    const change = {
      ...entry(4),
      conversationId: conversation.id,
      messageSid: 'SM4',
      errorCode: null,
      errorMessage: null,
    }
    const { id, conversationId, messageSid, errorCode, errorMessage } = change
    const delivered = { id, conversationId, messageSid, errorCode, errorMessage, status: 'delivered' as const }
    const [newest] = after(start, { type: 'message.status_changed', data: delivered })
    expect(newest).toMatchObject({ message: { status: 'delivered' } })
    const known = pagesOf([[newest!]])
    expect(after(known, { type: 'message.status_changed', data: { ...delivered, status: 'sent' } })).toEqual([newest])
  })

  test('leaves a deleted text out', () => {
    const data = { id: entry(4).id, messageSid: 'SM4', conversationId: conversation.id, conversation }
    expect(after(start, { type: 'message.deleted', data })).toEqual([entry(2)])
  })

  test('has the calls with them, once and as they end, and no other calls', () => {
    const call = aCall(3, { from: conversation.theirNumber })
    const ringing = applyEventToTimeline(start, live({ type: 'call.ringing', data: { call } }), thread)
    expect(kinds(itemsOf(ringing))).toEqual(['message', 'call', 'message'])
    const ended = after(ringing, { type: 'call.ended', data: { call: { ...call, status: 'completed' } } })
    expect(ended[1]).toMatchObject({ call: { status: 'completed' } })
    expect(after(start, { type: 'call.ringing', data: { call: aCall(3, { from: '+14155550999' }) } })).toHaveLength(2)
    const leg = aCall(5, { from: conversation.theirNumber, parentCallSid: 'CA1' })
    expect(after(start, { type: 'call.ringing', data: { call: leg } })).toHaveLength(2)
  })

  test('has what was done and noted, and a deleted note no more', () => {
    const note = {
      id: aMessage(6).id,
      conversationId: conversation.id,
      body: 'hm',
      author: 'operator:1',
      authorName: 'Maria',
      mentions: [],
      createdAt: timeOf(6),
    }
    const noted = applyEventToTimeline(
      start,
      live({ type: 'conversation.note_added', data: { note, conversation } }),
      thread,
    )
    expect(kinds(itemsOf(noted))).toEqual(['note', 'message', 'message'])
    const gone = { conversationId: conversation.id, noteId: note.id }
    expect(kinds(after(noted, { type: 'conversation.note_deleted', data: gone }))).toEqual(['message', 'message'])
    const change = {
      id: aMessage(7).id,
      conversationId: conversation.id,
      at: timeOf(7),
      what: 'done' as const,
      by: null,
      byName: null,
      assigneeName: null,
      until: null,
    }
    const changed = after(start, { type: 'conversation.changed', data: { conversation, changes: [change] } })
    expect(kinds(changed)).toEqual(['change', 'message', 'message'])
  })

  test('entered in its middle takes nothing in above what was read', () => {
    const middle: Pages<TimelineItem> = {
      pages: [{ items: [entry(4)], nextCursor: null, previousCursor: 'newer' }],
      pageParams: [null],
    }
    const message = aMessage(9)
    expect(after(middle, { type: 'message.created', data: { message, conversation } })).toEqual([entry(4)])
  })
})
