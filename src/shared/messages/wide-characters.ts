import { countSegments } from './count-segments'

/** Characters as a person sees them: an emoji with its skin tone is one. */
export function charactersOf(body: string): string[] {
  return [...new Intl.Segmenter().segment(body)].map(({ segment }) => segment)
}

/** Characters a plain text (GSM-7) cannot carry, each once, in order. */
export function wideCharacters(body: string): string[] {
  return [...new Set(charactersOf(body))].filter(isWide)
}

/** What most texts are made of, so that typing stays quick. */
const plainAscii = /^[\n\r\x20-\x5f\x61-\x7e]$/

export function isWide(character: string) {
  return !plainAscii.test(character) && countSegments(character).encoding === 'UCS-2'
}
