import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutLoop, type PastReply } from './cut-loop'
import { looksAutomatic } from './looks-automatic'

const now = new Date('2026-11-22T10:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const text = (body: string, minutes = 0) => ({ from: '+14155550111', body, at: ago(minutes) })
const reply = (minutes: number, of = 'jobs', words: string | null = 'We have jobs'): PastReply => ({
  at: ago(minutes),
  text: of,
  reply: words,
})

test.each([
  ['a first text', text('jobs'), [], '^$'],
  ['a second question', text('pay'), [reply(1)], '^$'],
  ['the same text a second time', text('jobs'), [reply(1)], '^$'],
  ['and a third time', text('JOBS!'), [reply(1), reply(2)], 'again and again'],
  ['an hour later', text('jobs'), [reply(61), reply(62)], '^$'],
  ['an echo of our words', text('we have jobs.'), [reply(300)], 'repeats our own reply'],
  ['a fourth in ten minutes', text('d'), [reply(1, 'a'), reply(2, 'b'), reply(3, 'c')], 'Three replies'],
  [
    'an eleventh in a day',
    text('z'),
    Array.from({ length: 10 }, (_, i) => reply(30 + i * 60, String(i))),
    'Ten replies',
  ],
  ['an old text', text('jobs', 31), [], 'too long'],
  ['a machine', text('This is an automated message. Do not reply.'), [], 'machine'],
] as const)('%s', (_name, given, past, reason) => {
  const answer = cutLoop(given, [...past], now)
  expect(answer ?? '').toMatch(new RegExp(reason))
})

test('two machines that answer each other stop, whatever they say', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 20 }), { minLength: 50, maxLength: 60 }), (bodies) => {
      const past: PastReply[] = []
      bodies.forEach((body, second) => {
        const at = new Date(now.getTime() + second * 1_000)
        if (cutLoop({ from: '+14155550111', body, at }, past, at) === null) past.push({ at, text: body, reply: null })
      })
      expect(past.length).toBeLessThanOrEqual(3)
    }),
  )
})

describe('a machine', () => {
  test.each([
    'Auto-reply: I am away until Monday',
    'AUTOMATIC RESPONSE I will get back to you',
    'I’m out of the office this week',
    'This mailbox is not monitored',
    "I'm driving right now, I'll get back to you later",
    'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
    'Your verification code is 123456',
  ])('writes %j', (body) => expect(looksAutomatic(text(body))).toBe(true))

  test.each([
    'Is this automatic or manual?',
    'I can start Monday',
    'I am driving to the interview',
    'Which office is it?',
  ])('does not write %j', (body) => expect(looksAutomatic(text(body))).toBe(false))

  test('texts from a short code', () => expect(looksAutomatic({ from: '22395', body: 'hi' })).toBe(true))
})
