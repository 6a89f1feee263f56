import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import type { ExecutionRow } from './execution-row'

/** Callers who are in a menu of this process at once; who is forgotten is read again. */
const mostKept = 2_000

/**
 * A row as bytes, in room that its run's next rows take over: objects or texts, new with every step of every caller, would be moved about and
 * collected again and again, and a caller hears that as silence. `length` 0: taken.
 */
type Kept = { room: Buffer; length: number }
const kept = new WeakMap<CoreContext['database'], Map<string, Kept>>()

const isRow = (value: unknown): value is ExecutionRow => Shape.safeParse(value).success
const Shape = z.object({ id: z.string(), revision: z.number(), workingUntil: z.null(), execution: z.object({}) })
const Row = z.custom<ExecutionRow>(isRow)

/**
 * A run as this process wrote it last, so that the next step need not read it. Never the truth: what is made of it is written only over the
 * same revision, and another process may have gone on meanwhile.
 */
export function rememberExecution({ database }: Pick<CoreContext, 'database'>, row: ExecutionRow): void {
  if (row.pending?.wait !== 'report') return
  const rows = kept.get(database) ?? new Map<string, Kept>()
  const text = JSON.stringify(row)
  const needed = Buffer.byteLength(text)
  const before = rows.get(row.id)
  const room = before && before.room.length >= needed ? before.room : Buffer.allocUnsafeSlow(2 * needed)
  rows.delete(row.id)
  kept.set(database, rows.set(row.id, { room, length: room.write(text) }))
  const oldest = rows.keys().next()
  if (rows.size > mostKept && !oldest.done) rows.delete(oldest.value)
}

/** Takes what is remembered of a run, once; undefined when nothing is. */
export function recallExecution({ database }: Pick<CoreContext, 'database'>, id: string): ExecutionRow | undefined {
  const run = kept.get(database)?.get(id)
  if (!run || run.length === 0) return undefined
  const text = run.room.toString('utf8', 0, run.length)
  run.length = 0
  return Row.parse(JSON.parse(text))
}
