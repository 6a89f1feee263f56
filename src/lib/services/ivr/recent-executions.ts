import type { CoreContext } from '@/lib/context'
import type { ExecutionRow } from './execution-row'

/** Callers who are in a menu of this process at once; who is forgotten is read again. */
const mostKept = 2_000
const kept = new WeakMap<CoreContext['database'], Map<string, ExecutionRow>>()

/**
 * A run as this process wrote it last, so that the next step need not read it. Never the truth: what is made of it is written only over the
 * same revision, and another process may have gone on meanwhile.
 */
export function rememberExecution({ database }: Pick<CoreContext, 'database'>, row: ExecutionRow): void {
  if (row.pending?.wait !== 'report') return
  const rows = kept.get(database) ?? new Map<string, ExecutionRow>()
  kept.set(database, rows.set(row.id, row))
  const oldest = rows.keys().next()
  if (rows.size > mostKept && !oldest.done) rows.delete(oldest.value)
}

/** Takes what is remembered of a run, once; undefined when nothing is. */
export function recallExecution({ database }: Pick<CoreContext, 'database'>, id: string): ExecutionRow | undefined {
  const rows = kept.get(database)
  const row = rows?.get(id)
  rows?.delete(id)
  return row
}
