import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { segment } from './segments.ts'

describe('the segments of a text', () => {
  it.each([
    ['', 'GSM-7', 1],
    ['x'.repeat(160), 'GSM-7', 1],
    ['x'.repeat(161), 'GSM-7', 2],
    ['x'.repeat(306), 'GSM-7', 2],
    ['x'.repeat(307), 'GSM-7', 3],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    ['ж'.repeat(70), 'UCS-2', 1],
    ['ж'.repeat(71), 'UCS-2', 2],
    ['👍'.repeat(35), 'UCS-2', 1],
    ['👍'.repeat(36), 'UCS-2', 2],
    ['`', 'UCS-2', 1],
    ['ç', 'UCS-2', 1],
  ])('of %j are %s and %i', (text, encoding, segments) => {
    expect(segment(text)).toEqual({ encoding, segments })
  })

  it('are those that Twilio’s own calculator counts', () => {
    const character = fc.constantFrom('a', ' ', '€', '[', 'ä', 'ж', '“', '\n')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 400 }), (characters) => {
        const text = characters.join('')
        const oracle = new SegmentedMessage(text)
        expect(segment(text)).toEqual({ encoding: oracle.encodingName, segments: Math.max(1, oracle.segmentsCount) })
      }),
    )
  })

  it('never tear a character of two units apart', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '👍'), { minLength: 71, maxLength: 300 }), (characters) => {
        const text = `${characters.join('')}👍`
        expect(segment(text).segments).toBe(new SegmentedMessage(text).segmentsCount)
      }),
    )
  })
})
