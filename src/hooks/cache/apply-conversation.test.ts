import { describe, expect, test } from 'vitest'
import type { Conversation } from '@/shared/schemas/message'
import { aConversation, pagesOf, timeOf } from '../../../test/helpers/dashboard-fixtures'
import fc from 'fast-check'
import { applyConversation, applyOptOut, applyRead, applyWithoutText, laterConversation } from './apply-conversation'
import { itemsOf, type Pages } from './pages'

const names = (data: Pages<Conversation>) => itemsOf(data).map((conversation) => conversation.lastMessagePreview)

describe('the list of conversations', () => {
  const list = pagesOf([[aConversation(3), aConversation(2)], [aConversation(1)]])

  test('moves a conversation to the top when a text comes, from whichever page', () => {
    const newer = aConversation(1, { lastMessageAt: timeOf(9), lastMessagePreview: 'hello' })
    const moved = applyConversation(list, newer, {})
    expect(names(moved)).toEqual(['hello', 'text 3', 'text 2'])
    expect(applyConversation(moved, newer, {})).toEqual(moved)
  })

  test('moves a conversation down when its last text was deleted, and takes in none it did not show', () => {
    const earlier = aConversation(3, { lastMessageAt: timeOf(0), lastMessagePreview: 'before' })
    expect(names(applyWithoutText(list, earlier))).toEqual(['text 2', 'text 1', 'before'])
    expect(applyWithoutText(list, aConversation(7))).toBe(list)
  })

  test('an older event does not bring an older text back', () => {
    expect(applyConversation(list, aConversation(3, { lastMessageAt: timeOf(0) }), {})).toBe(list)
  })

  test('an unread filter keeps a read conversation until the list is asked again, but takes none in', () => {
    const answered = aConversation(3, { lastMessageAt: timeOf(8), unreadCount: 0 })
    expect(itemsOf(applyConversation(list, answered, { unread: true }))).toHaveLength(3)
    expect(itemsOf(applyConversation(pagesOf([[]]), answered, { unread: true }))).toEqual([])
  })

  test('a search is the server’s to answer: a conversation it did not find is not guessed in', () => {
    expect(applyConversation(list, aConversation(9), { q: 'dana' })).toBe(list)
  })

  test('reading clears the count, once', () => {
    const read = applyRead(list, aConversation(2).id)
    expect(itemsOf(read).map((conversation) => conversation.unreadCount)).toEqual([1, 0, 1])
    expect(applyRead(read, aConversation(2).id)).toBe(read)
  })

  test('reading up to a text leaves what came after it', () => {
    const busy = pagesOf([[aConversation(2, { unreadCount: 3 })]])
    expect(itemsOf(applyRead(busy, aConversation(2).id, 1))[0]).toMatchObject({ unreadCount: 1 })
    expect(applyRead(busy, aConversation(2).id, 3)).toBe(busy)
  })

  test('an opt-out marks every conversation with that person', () => {
    const out = applyOptOut(list, aConversation(2).theirNumber, true)
    expect(itemsOf(out).map((conversation) => conversation.optedOut)).toEqual([false, true, false])
  })

  test('one that was marked done leaves the open ones and stands among the done', () => {
    const done = aConversation(2, { status: 'done', revision: 1 })
    expect(names(applyConversation(list, done, { status: 'open' }))).toEqual(['text 3', 'text 1'])
    expect(names(applyConversation(pagesOf([[]]), done, { status: 'done' }))).toEqual(['text 2'])
    const opened = aConversation(2, { revision: 2 })
    expect(names(applyConversation(pagesOf([[aConversation(1)]]), opened, { status: 'open' }))).toEqual([
      'text 2',
      'text 1',
    ])
  })

  test('one that is given to somebody comes to their list and leaves the unassigned', () => {
    const tom = { id: 'tom', name: 'Tom' }
    const given = aConversation(2, { assignedTo: tom, revision: 1 })
    expect(names(applyConversation(list, given, { assignedTo: 'nobody' }))).toEqual(['text 3', 'text 1'])
    expect(names(applyConversation(pagesOf([[]]), given, { assignedTo: 'tom' }))).toEqual(['text 2'])
    expect(names(applyConversation(pagesOf([[]]), given, { assignedTo: 'maria' }))).toEqual([])
    expect(names(applyConversation(pagesOf([[]]), given, { ourNumber: '+14155550199' }))).toEqual([])
  })
})

test('of reports in any order the latest text and the latest decision of the team are kept', () => {
  const report = fc.record({ text: fc.nat(5), revision: fc.nat(5) }).map(({ text, revision }) =>
    aConversation(1, {
      lastMessageAt: timeOf(text),
      lastMessagePreview: `text ${text}`,
      revision,
      status: revision % 2 === 0 ? 'open' : 'done',
    }),
  )
  fc.assert(
    fc.property(fc.array(report, { minLength: 1 }), (reports) => {
      const [first, ...rest] = reports
      const last = rest.reduce(laterConversation, first ?? aConversation(1))
      const texts = reports.map(({ lastMessageAt }) => lastMessageAt).toSorted()
      const revision = Math.max(...reports.map((one) => one.revision))
      expect(last).toMatchObject({
        lastMessageAt: texts.at(-1),
        revision,
        status: revision % 2 === 0 ? 'open' : 'done',
      })
      expect(last.lastMessagePreview).toBe(
        reports.find((one) => one.lastMessageAt === texts.at(-1))?.lastMessagePreview,
      )
    }),
    { seed: 20_260_303 },
  )
})
