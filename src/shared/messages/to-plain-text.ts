import { plainCharacters } from './plain-characters'
import { charactersOf, isWide } from './wide-characters'

/**
 * A text in the characters of GSM-7 as far as that says the same: straight quotes, hyphens, three dots, letters without accents that GSM-7
 * does not have. `left`: what has no such spelling, each once, and stands in the text as it was.
 */
export function toPlainText(body: string): { text: string; left: string[] } {
  const left = new Set<string>()
  const parts = charactersOf(body).map((character) => {
    const plain = plainOf(character)
    if (plain === null) left.add(character)
    return plain ?? character
  })
  return { text: parts.join(''), left: [...left] }
}

function plainOf(character: string): string | null {
  if (!isWide(character)) return character
  const plain = Array.from(character, (part) => plainCharacters.get(part) ?? withoutAccents(part)).join('')
  return isWide(plain) ? null : plain
}

function withoutAccents(letter: string) {
  if (!isWide(letter)) return letter
  return letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

/** Whether a character is a picture, which can be left out without leaving a gap in a word. */
export function isEmoji(character: string) {
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(character)
}

/** The text without its emoji, and without the spaces that would stand there twice. */
export function withoutEmoji(body: string): string {
  const kept: string[] = []
  let afterEmoji = false
  for (const character of charactersOf(body)) {
    if (isEmoji(character)) {
      afterEmoji = true
      continue
    }
    const before = kept.at(-1)
    const isGap = character === ' ' && (before === undefined || before === ' ' || before === '\n')
    if (!(afterEmoji && isGap)) kept.push(character)
    afterEmoji = afterEmoji && isGap
  }
  return kept.join('').trimEnd()
}
