/** Whether a JSON value is nested deeper than so many levels. Asks without recursion: what recurses over a value far too deep runs out of stack. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/** Nothing we take or keep needs more. */
export const deepest = 100
