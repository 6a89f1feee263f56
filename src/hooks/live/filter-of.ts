/** The last part of a list's key is the filter it was asked with. */
export function filterOf(queryKey: readonly unknown[]): Record<string, never> {
  const filter = queryKey.at(-1)
  return isRecord(filter) ? filter : {}
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null
}
