import { describe, expect, test } from 'vitest'
import { errorSentence } from './error-sentence'
import { deliveryErrors } from './error-sentences/delivery-errors'
import { requestErrors } from './error-sentences/request-errors'

const all = [...requestErrors, ...deliveryErrors]

describe('errorSentence', () => {
  test('has one whole sentence for each code, none twice', () => {
    expect(new Set(all.map(([code]) => code)).size).toBe(all.length)
    for (const [code, sentence] of all) {
      expect(`${code} ${sentence}`).toMatch(/^\d{5} [A-Z][^{}]+\.$/)
      expect(errorSentence(code)).toBe(sentence)
    }
  })

  test.each([
    20003, 20404, 20429, 20500, 21211, 21214, 21215, 21216, 21217, 21219, 21220, 21408, 21602, 21606, 21608, 21610,
    21611, 21612, 21614, 21617, 21620, 21701, 22005, 10004, 13227, 30001, 30003, 30004, 30005, 30006, 30007, 30008,
    30011, 30032, 30034, 30036, 63016, 35118,
  ])('knows %i', (code) => {
    expect(errorSentence(code)).not.toContain(String(code))
  })

  test.each([21211, 21408, 21610, 21612, 21614, 30003, 30004, 30005, 30006, 30007, 30008, 30034])(
    'of %i says what to do about it',
    (code) => {
      expect(errorSentence(code)).toMatch(/\b(call|check|ask|try|reword|administrator|can text|choose)\b/i)
    },
  )

  test('names a code it does not know, and where to look it up', () => {
    expect(errorSentence(99999)).toContain('99999')
  })
})
