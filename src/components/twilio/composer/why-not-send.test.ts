import { describe, expect, test } from 'vitest'
import { whyNotSend } from './why-not-send'

const now = new Date('2026-11-24T14:40:00Z')
const state = { text: 'Hi', files: 0, blanks: [], isFilling: false, verdict: undefined, sendAt: null, now }

describe('whyNotSend', () => {
  test('lets a text go that nothing speaks against', () => {
    expect(whyNotSend(state)).toBeUndefined()
    expect(whyNotSend({ ...state, text: '', files: 1 })).toBeUndefined()
    expect(whyNotSend({ ...state, sendAt: new Date('2026-11-24T14:41:00Z') })).toBeUndefined()
  })

  test.each([
    ['nothing to send', { text: ' ' }, 'Write a text or attach a file first.'],
    ['too long', { text: 'x'.repeat(1601) }, 'A text can have 1,600 characters at most.'],
    [
      'a gap in a template, by name',
      { blanks: ['contact.first_name', 'start_date'] },
      'Fill in first: Their first name, Start date.',
    ],
    ['a template that is being filled', { isFilling: true }, 'The template is being filled…'],
    ['a time that has passed', { sendAt: now }, 'That time has passed. Choose another, or send it now.'],
  ])('stops %s', (_name, part, reason) => {
    expect(whyNotSend({ ...state, ...part })).toBe(reason)
  })
})
