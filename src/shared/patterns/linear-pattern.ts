import { RE2JS } from 're2js'

/** Instructions of a compiled pattern; each may be looked at once per character. */
const largestProgram = 1_000

export type LinearPattern = { matches: (text: string) => boolean }

/**
 * A regular expression that somebody typed, in RE2's dialect (no look-around, no back-references), which is matched in linear time: no
 * pattern and no text keeps the process. Upper and lower case are the same. Null when it is not a pattern, or one so large that linear is slow.
 */
export function linearPattern(source: string): LinearPattern | null {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
    if (compiled.programSize() > largestProgram) return null
    return { matches: (text) => compiled.matcher(text).find() }
  } catch {
    return null
  }
}
