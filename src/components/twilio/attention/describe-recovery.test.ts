import { describe, expect, test } from 'vitest'
import { describeOperation } from './describe-operation'
import { describeRecovery } from './describe-recovery'

describe('describeRecovery', () => {
  test.each([
    [{ texts: 3, calls: 0, recordings: 0 }, '3 texts'],
    [{ texts: 1, calls: 2, recordings: 0 }, '1 text and 2 calls'],
    [{ texts: 3, calls: 1, recordings: 1 }, '3 texts, 1 call and 1 recording'],
  ])('%o is %s', (recovery, words) => {
    expect(describeRecovery(recovery)).toBe(words)
  })
})

describe('describeOperation', () => {
  test.each([
    ['webhook', 'sms:0123456789abcdef', 'Incoming text not taken in', null],
    ['webhook', 'voice/dialed:0123456789abcdef', 'Incoming call not answered', null],
    ['webhook', 'of-tomorrow:0123456789abcdef', 'Event from Twilio', null],
    ['job', 'sync-numbers:12', 'Background work not done', 'sync numbers'],
    ['message.send', '01980000-0000-7000-8000-0000000000aa', 'Text not sent', null],
  ] as const)('%s of %s is "%s"', (kind, subject, title, detail) => {
    expect(describeOperation({ kind, subject })).toMatchObject({ title, detail })
  })
})
