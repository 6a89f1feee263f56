/** Twilio's default word lists (support article 223134027; OPTOUT and REVOKE since 2025). */
const wordsOf = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
} as const

export type Keyword = keyof typeof wordsOf

const keywordOf: ReadonlyMap<string, Keyword> = new Map(
  Object.entries(wordsOf).flatMap(([keyword, words]) =>
    isKeyword(keyword) ? words.map((word): [string, Keyword] => [word, keyword]) : [],
  ),
)

/** No word of the lists is longer; longer texts are not looked at twice. */
const longestWord = 'UNSUBSCRIBE'.length

/**
 * What a text asks for when the *whole* text is one of Twilio's words, in any case and with spaces around; null otherwise ('STOP please' is
 * an ordinary text). `optOutType` is Twilio's own verdict (Advanced Opt-Out, any language) and wins.
 */
export function classifyKeyword(body: string, optOutType?: string): Keyword | null {
  if (optOutType !== undefined && isKeyword(optOutType)) return optOutType
  const word = body.trim()
  return word.length > longestWord ? null : (keywordOf.get(word.toUpperCase()) ?? null)
}

function isKeyword(value: string): value is Keyword {
  return Object.hasOwn(wordsOf, value)
}
