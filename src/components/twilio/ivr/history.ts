import type { FlowDefinition } from '@/shared/ivr/definition'

/** A definition with what it was before, and what was taken back. */
export type History = { past: FlowDefinition[]; now: FlowDefinition; future: FlowDefinition[]; merge: string | null }

export type HistoryAction =
  /** `merge`: changes of one name in a row, such as letters typed into one field, are taken back together. */
  | { do: 'change'; change: (definition: FlowDefinition) => FlowDefinition; merge?: string }
  | { do: 'undo' }
  | { do: 'redo' }

const longest = 200

export function beginHistory(now: FlowDefinition): History {
  return { past: [], now, future: [], merge: null }
}

export function historyReducer(history: History, action: HistoryAction): History {
  const { past, now, future } = history
  if (action.do === 'undo') {
    const before = past.at(-1)
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future], merge: null } : history
  }
  if (action.do === 'redo') {
    const [after, ...rest] = future
    return after ? { past: [...past, now], now: after, future: rest, merge: null } : history
  }
  const changed = action.change(now)
  if (changed === now) return history
  const merge = action.merge ?? null
  const joins = merge !== null && merge === history.merge
  return { past: joins ? past : [...past, now].slice(-longest), now: changed, future: [], merge }
}
