import { describe, expect, test } from 'vitest'
import { linkedMedia } from '@/shared/schemas/media'
import { aConversation, aMessage, pagesOf, timeOf } from '../../../test/helpers/dashboard-fixtures'
import { applyEventToThread } from './apply-event'
import { applyDeletion, applyMedia, applyMessage, applyMessageStatus } from './apply-message'
import { itemsOf } from './pages'

const statusOf = (status: 'sent' | 'delivered' | 'failed', errorCode: number | null = null) => ({
  ...aMessage(1),
  status,
  errorCode,
  errorMessage: errorCode === null ? null : 'The phone is off.',
})

describe('a thread', () => {
  test('takes a text in where its time puts it, once', () => {
    const thread = applyMessage(pagesOf([[aMessage(3), aMessage(1)]]), aMessage(2))
    expect(itemsOf(thread).map((message) => message.body)).toEqual(['text 3', 'text 2', 'text 1'])
    expect(applyMessage(thread, aMessage(2))).toEqual(thread)
  })

  test('shows a status as it is reported, with the reason of a failure', () => {
    const [message] = itemsOf(applyMessageStatus(pagesOf([[aMessage(1)]]), statusOf('failed', 30003)))
    expect(message).toMatchObject({ status: 'failed', errorCode: 30003, errorMessage: 'The phone is off.' })
  })

  test('a late callback does not undo delivery', () => {
    const delivered = applyMessageStatus(pagesOf([[aMessage(1)]]), statusOf('delivered'))
    expect(applyMessageStatus(delivered, statusOf('sent'))).toBe(delivered)
    expect(itemsOf(applyMessage(delivered, aMessage(1, { status: 'queued' })))[0]?.status).toBe('delivered')
  })

  test('a status of a text that was not read yet changes nothing', () => {
    const thread = pagesOf([[aMessage(2)]])
    expect(applyMessageStatus(thread, statusOf('sent'))).toBe(thread)
  })
})

describe('a text with a file', () => {
  const file = { ...linkedMedia('/api/twilio/messages/media/x', 'image/png'), status: 'pending' as const }
  const thread = pagesOf([[aMessage(2, { media: [file] }), aMessage(1)]])

  test('shows what became of the file', () => {
    const stored = { ...file, status: 'stored' as const, sizeBytes: 5 }
    const { id, conversationId } = aMessage(2)
    expect(itemsOf(applyMedia(thread, { id, conversationId, media: [stored] }))[0]?.media).toEqual([stored])
  })

  test('is gone once it was deleted, and deleting it again changes nothing', () => {
    const without = applyDeletion(thread, aMessage(2).id)
    expect(itemsOf(without).map((message) => message.body)).toEqual(['text 1'])
    expect(applyDeletion(without, aMessage(2).id)).toBe(without)
  })

  test('an attempt that was tried again gives way to the next: one text', () => {
    const conversation = aConversation(1, { id: aMessage(1).conversationId })
    const event = {
      id: '7',
      type: 'message.created',
      at: timeOf(4),
      data: { message: aMessage(4, { attempts: 2 }), conversation, replaces: aMessage(2).id },
    } as const
    const thread = pagesOf([[aMessage(3), aMessage(2), aMessage(1)]])
    const after = applyEventToThread(thread, event, aMessage(1).conversationId)
    expect(itemsOf(after).map((message) => message.id)).toEqual(
      [aMessage(4), aMessage(3), aMessage(1)].map(({ id }) => id),
    )
    expect(applyEventToThread(after, event, aMessage(1).conversationId)).toEqual(after)
  })
})
