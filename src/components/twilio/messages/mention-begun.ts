import type { Colleague } from '@/shared/schemas/conversation'

/** The mention that is being typed before the caret, `@` and the beginning of a name, or null. */
export function mentionBegun(text: string, caret: number): { from: number; typed: string } | null {
  const before = text.slice(0, caret)
  const at = before.lastIndexOf('@')
  if (at === -1 || (at > 0 && !/[\s(]/.test(before[at - 1] ?? ''))) return null
  const typed = before.slice(at + 1)
  return typed.length > 40 || typed.includes('\n') ? null : { from: at, typed }
}

/** Active colleagues of whose name a word begins as typed. */
export function colleaguesFor(typed: string, colleagues: readonly Colleague[]): Colleague[] {
  const wanted = typed.toLowerCase()
  return colleagues.filter(({ active, name }) => {
    const lower = name.toLowerCase()
    return active && (lower.startsWith(wanted) || lower.split(' ').some((word) => word.startsWith(wanted)))
  })
}
