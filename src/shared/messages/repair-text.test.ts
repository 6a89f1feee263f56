import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSegments } from './count-segments'
import { plainCharacters } from './plain-characters'
import { repairText } from './repair-text'
import { toPlainText } from './to-plain-text'

describe('repairText', () => {
  test.each([
    ['smart quotes', 'It’s “fine”', `It's "fine"`],
    ['dashes', 'Mon–Fri — or later', 'Mon-Fri - or later'],
    ['an ellipsis', 'See you…', 'See you...'],
    ['spaces that do not break', '9:00\u202fAM\u00a0sharp', '9:00 AM sharp'],
    ['what nobody sees', 'eva\u200b.example\ufeff', 'eva.example'],
    ['accents that GSM-7 lacks', 'Zoë, André, São, Łukasz', 'Zoe, André, Sao, Lukasz'],
    ['an accent that is a character of its own', 'Sa\u0303o', 'Sao'],
    ['ligatures and wide letters', 'ﬁrst Ｏｆｆｅｒ', 'first Offer'],
  ])('%s', (_name, body, text) => {
    expect(repairText(body)).toEqual({ text, removed: [] })
  })

  test('keeps the accents that GSM-7 has', () => {
    expect(repairText('àéèìòùñöäüÑÖÄÜÉÇ§ß€')).toBeNull()
  })

  test('leaves out emoji, says which, and leaves no gap', () => {
    expect(repairText('Hi 👋🏽 Dana, it’s on 🎉')).toEqual({ text: `Hi Dana, it's on`, removed: ['👋🏽', '🎉'] })
    expect(repairText('👍')).toEqual({ text: '', removed: ['👍'] })
    expect(repairText('Great!👍\nSee you')).toEqual({ text: 'Great!\nSee you', removed: ['👍'] })
  })

  test('does not touch a text that cannot become plain', () => {
    expect(repairText('Привет, it’s us')).toBeNull()
    expect(repairText('½ day’s work')).toBeNull()
  })

  test('every spelling of the table is plain', () => {
    for (const [typed, plain] of plainCharacters) {
      expect({ typed, plain, encodings: [countSegments(typed).encoding, countSegments(plain).encoding] }).toEqual({
        typed,
        plain,
        encodings: ['UCS-2', 'GSM-7'],
      })
    }
  })

  test('a repaired text is plain and needs no further repair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (body) => {
        const repair = repairText(body)
        if (repair === null) return
        expect(countSegments(repair.text).encoding).toBe('GSM-7')
        expect(repairText(repair.text)).toBeNull()
      }),
    )
  })

  test('names all that stays wide', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (body) => {
        const { text, left } = toPlainText(body)
        expect(countSegments(text).encoding).toBe(left.length === 0 ? 'GSM-7' : 'UCS-2')
      }),
    )
  })
})
