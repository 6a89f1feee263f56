const patterns = new Map<string, string[]>()

function partsOf(pattern: string): string[] {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  const parts = pattern.split('/')
  patterns.set(pattern, parts)
  return parts
}

/** The named parts of a path such as `/phones/:number`, or null if it does not fit. */
export function matchPath(pattern: string, path: string | readonly string[]): Record<string, string> | null {
  const wanted = partsOf(pattern)
  const given = typeof path === 'string' ? path.split('/') : path
  if (wanted.length !== given.length) return null
  if (wanted.some((part, index) => part !== given[index] && !part.startsWith(':'))) return null
  const named = wanted.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), given[index] ?? '']] : []))
  return Object.fromEntries(named)
}
