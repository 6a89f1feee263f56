import { describe, expect, it } from 'vitest'
import { countUnseen, describeUnseen } from './describe-unseen.ts'

describe('what a person has not seen', () => {
  it('is said in words and counted', () => {
    const unseen = { messages: 2, missedCalls: 1, voicemails: 3 }
    expect(describeUnseen(unseen)).toBe('2 new texts, 1 missed call, 3 voicemails')
    expect(countUnseen(unseen)).toBe(6)
    expect(describeUnseen({ messages: 1, missedCalls: 0, voicemails: 0 })).toBe('1 new text')
    expect(describeUnseen({ messages: 0, missedCalls: 0, voicemails: 0 })).toBe('')
  })
})
