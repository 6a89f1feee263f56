import { linearPattern, type LinearPattern } from '@/shared/patterns/linear-pattern'
import type { KeywordMatch } from '@/shared/schemas/keyword'

/** Compiled once, while recently used: the same few rules look at every text. */
const compiled = new Map<string, LinearPattern | null>()
const mostCompiled = 200

/**
 * Whether a text is what a rule waits for. Case, spaces, accents' spelling and the marks around words do not count; words are whole words, so
 * "hi" is not in "this". A pattern is matched in linear time.
 */
export function matchWords(rule: { match: KeywordMatch; words: readonly string[] }, body: string): boolean {
  if (rule.match === 'any') return true
  if (rule.match === 'pattern') return rule.words.some((source) => patternOf(source)?.matches(body) ?? false)
  const text = bare(body)
  return rule.words.some((written) => {
    const words = bare(written)
    if (words === '') return false
    if (rule.match === 'exact') return text === words
    if (rule.match === 'starts_with') return ` ${text} `.startsWith(` ${words} `)
    return ` ${text} `.includes(` ${words} `)
  })
}

/** Words with single spaces between, in lower case, without punctuation; symbols that carry meaning (👍, $) stay. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[\p{P}\p{Z}\p{C}]+/gu, (marks) => (marks === "'" ? marks : ' '))
    .trim()
}

function patternOf(source: string): LinearPattern | null {
  const known = compiled.get(source)
  if (known !== undefined) return known
  if (compiled.size >= mostCompiled) compiled.clear()
  const pattern = linearPattern(source)
  compiled.set(source, pattern)
  return pattern
}
