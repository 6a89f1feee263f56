/** `2026-01-02T03:04:05Z`, as the newer products write times. */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
