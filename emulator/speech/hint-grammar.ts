import { readFile } from 'node:fs/promises'

export type HintGrammar = {
  /** In the Java Speech Grammar Format. */
  text: string
  /** The hint that was heard, as it was written. */
  writtenAs: (words: readonly string[]) => string
}

const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const mostHints = 500

/** How a hint is spoken: lower case, digits one by one, without punctuation. */
function spokenAs(hint: string): string[] {
  const spelled = hint.toLowerCase().replace(/\d/g, (digit) => ` ${digits[Number(digit)]} `)
  return spelled.split(/[^a-z'$_]+/).filter((word) => word !== '')
}

/**
 * Any one of the hints that are made of words of the dictionary (a file with a word and its sounds on each line); null if there are none.
 * A recognizer cannot listen for a word it does not know how to pronounce, nor for Twilio's `$OOV_CLASS…` tokens.
 */
export function hintGrammar(hints: readonly string[], dictionary: string): HintGrammar | null {
  const known = (word: string) => dictionary.includes(`\n${word} `)
  const phrases = hints.slice(0, mostHints).map((hint) => ({ hint: hint.trim(), words: spokenAs(hint) }))
  const usable = phrases.filter(({ words }) => words.length > 0 && words.every(known))
  if (usable.length === 0) return null
  const spoken = new Map(usable.map(({ hint, words }) => [words.join(' '), hint]))
  return {
    text: `#JSGF V1.0;\ngrammar hints;\npublic <hint> = ${[...spoken.keys()].join(' | ')};\n`,
    writtenAs: (words) => spoken.get(words.join(' ')) ?? words.join(' '),
  }
}

/** The dictionary's text with a line's end before each word; empty where there is none. */
export async function readDictionary(path: string): Promise<string> {
  return readFile(path, 'utf8').then(
    (text) => `\n${text}`,
    () => '',
  )
}
