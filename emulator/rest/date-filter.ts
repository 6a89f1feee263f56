const day = 86_400_000

/**
 * Reads `Name`, `Name<` and `Name>` from a list's query: a day (UTC) or a moment; midnight stands for its day, as SDKs
 * send it. With `<` or `>` means its
 * midnight, included.
 */
export function dateFilter(query: URLSearchParams, name: string): (at: number | null) => boolean {
  const equal = query.get(name)
  const before = query.get(`${name}<`)
  const after = query.get(`${name}>`)
  return (at) => {
    if (equal === null && before === null && after === null) return true
    if (at === null) return false
    if (equal !== null && !isSame(at, equal)) return false
    if (before !== null && at > Date.parse(before)) return false
    return after === null || at >= Date.parse(after)
  }
}

function isSame(at: number, text: string): boolean {
  const start = Date.parse(text)
  return /^\d{4}-\d{2}-\d{2}(T00:00:00(\.000)?Z)?$/.test(text)
    ? at >= start && at < start + day
    : Math.floor(at / 1000) === Math.floor(start / 1000)
}
