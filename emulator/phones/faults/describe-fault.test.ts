import { describe, expect, it } from 'vitest'
import type { FaultRule } from '../api/schemas.ts'
import { describeFault } from './describe-fault.ts'

const sentences: [Partial<FaultRule> & { on: string }, string][] = [
  [{ on: 'callback', action: 'drop' }, 'Callbacks are lost.'],
  [
    { on: 'callback', kind: 'message-status', action: 'delay', delayMs: 1500, probability: 0.25 },
    'Callbacks about texts arrive late by 1.5 s, 25 % of the time.',
  ],
  [{ on: 'request', action: 'fail', status: 429, times: 1 }, 'Requests are too many (429), at most once.'],
  [{ on: 'request', action: 'fail', status: 502 }, 'Requests fail (502).'],
  [
    { on: 'request', method: 'POST', path: '/Messages', action: 'reset-after', status: 500 },
    'Requests POST /Messages break off after they took effect.',
  ],
  [{ on: 'number', phoneNumber: '+14155550111', errorCode: 30003 }, '+1 415 555 0111 gets no texts (error 30003).'],
  [{ on: 'number', phoneNumber: '+14155550111', callStatus: 'busy' }, '+1 415 555 0111 is busy.'],
]

describe('a fault', () => {
  it.each(sentences)('%j reads: %s', (rule, sentence) => {
    expect(describeFault({ probability: 1, ...rule })).toBe(sentence)
  })
})
