/** Longer words are cut: nobody types them, and an index keeps no lexeme of any length. */
const longestWord = 60

/**
 * The words of a text as the search index keeps them: without capitals and accents, each once. Letters and digits make words, all else
 * parts them, in any script.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => Array.from(word).slice(0, longestWord).join('')))]
}

/**
 * What is searched for, as PostgreSQL's tsquery: all words, of the last its beginning. Null when nothing can be searched for. Safe to cast:
 * words have only letters and digits.
 */
export function searchQuery(text: string): string | null {
  const words = searchWords(text)
  if (words.length === 0) return null
  const last = searchWords(text.trim().split(/\s+/).at(-1) ?? '').at(-1) ?? words.at(-1)
  return words.map((word) => (word === last ? `'${word}':*` : `'${word}'`)).join(' & ')
}
