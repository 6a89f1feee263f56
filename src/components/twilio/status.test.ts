import { describe, expect, test } from 'vitest'
import { callStatusRank } from '@/shared/calls/call-status-rank'
import { messageStatusRank } from '@/shared/messages/message-status-rank'
import { callStatusLook, messageStatusLook } from './status'

describe('the status table', () => {
  test('has a look for every status Twilio knows', () => {
    expect(Object.keys(callStatusLook).toSorted()).toEqual(Object.keys(callStatusRank).toSorted())
    expect(Object.keys(messageStatusLook).toSorted()).toEqual(Object.keys(messageStatusRank).toSorted())
  })

  test('never says the same word of two statuses', () => {
    for (const table of [callStatusLook, messageStatusLook]) {
      const words = Object.values(table).map((look) => look.word)
      expect(new Set(words).size).toBe(words.length)
    }
  })

  test('shows nothing as sent or delivered that is not', () => {
    for (const status of [
      'pending',
      'unknown',
      'accepted',
      'scheduled',
      'queued',
      'sending',
      'undelivered',
      'failed',
    ] as const) {
      expect(messageStatusLook[status].tone).not.toBe('positive')
      expect(messageStatusLook[status].word).not.toMatch(/^(Sent|Delivered|Read)$/)
    }
  })
})
