import { describe, expect, it } from 'vitest'
import type { Message } from '../api/schemas.ts'
import { derivePeers } from './derive-peers.ts'

const text = (direction: Message['direction'], peer: string, at: string): Message => ({
  messageSid: `SM${at}`,
  direction,
  from: direction === 'sent' ? '+14155550123' : peer,
  to: direction === 'sent' ? peer : '+14155550123',
  body: 'Hello',
  media: [],
  status: 'delivered',
  errorCode: '',
  at,
})

describe('the peers of a handset', () => {
  it('are those it texted with, the latest first, then the firm, each once', () => {
    const messages = [
      text('received', '+15550000001', '2026-01-01T12:00:00Z'),
      text('received', '+15550000002', '2026-01-01T11:00:00Z'),
      text('sent', '+15550000001', '2026-01-01T10:00:00Z'),
    ]
    expect(derivePeers(messages, ['+15550000002', '+15550000003'])).toEqual([
      '+15550000001',
      '+15550000002',
      '+15550000003',
    ])
  })
})
