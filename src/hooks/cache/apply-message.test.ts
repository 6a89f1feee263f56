import { describe, expect, test } from 'vitest'
import { aMessage, pagesOf } from '../../../test/helpers/dashboard-fixtures'
import { applyMessage, applyMessageStatus } from './apply-message'
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
