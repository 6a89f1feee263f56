import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifyText } from './classify-text'

test.each([
  ["I'm very interested, tell me more", 'interested'],
  ['Sounds great!', 'interested'],
  ['yes', 'interested'],
  ['Not interested', 'not_interested'],
  ['I already accepted another offer', 'not_interested'],
  ['No thanks', 'not_interested'],
  ['I am free Tuesday after 3', 'schedule'],
  ['Tuesday at 10 works', 'schedule'],
  ['Can we move it to another day?', 'reschedule'],
  ["Sorry I can't make it tomorrow", 'reschedule'],
  ['What is the pay?', 'question'],
  ['where is the office', 'question'],
  ['Running 10 minutes late, stuck in traffic', 'running_late'],
  ['On my way!', 'running_late'],
  ['wrong number', 'wrong_number'],
  ['Please stop texting me', 'opt_out'],
  ['Thank you so much!', 'thanks'],
  ['Ok thanks', 'thanks'],
  ['lorem ipsum', 'other'],
])('%j is %s', (body, intent) => expect(classifyText(body).intent).toBe(intent))

test.each([
  ['Thank you, this is great', 'positive'],
  ['This is ridiculous, such a waste of time', 'negative'],
  ['I can start Monday', 'neutral'],
  ['👍', 'positive'],
])('%j is %s', (body, sentiment) => expect(classifyText(body).sentiment).toBe(sentiment))

/** Any code units, halves of surrogate pairs among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((codes) => String.fromCharCode(...codes))

test('takes any text; what a person must read has no draft', () => {
  fc.assert(
    fc.property(anyText, (body) => {
      const { intent, draft, confidence } = classifyText(body)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(['opt_out', 'wrong_number', 'other'].includes(intent)).toBe(draft === '')
    }),
  )
})
