import { z } from 'zod'
import { Execution } from '@/shared/ivr/execution'
import type { Pending } from '@/shared/ivr/instruction'

/** A row of ivr_executions as the runner works on it. */
export type ExecutionRow = {
  id: string
  revision: number
  step: number
  document: string | null
  workingUntil: Date | null
  callSid: string | null
  ourNumber: string
  theirNumber: string
  execution: Execution
  pending: KeptPending | null
}

/** What it waits for, and the id under which a request is made: made again after a crash, it is the same. */
export type KeptPending = Pending & { effectId?: string | undefined }

export const executionColumns = `execution.id, execution.revision, execution.step, execution.document, execution.working_until,
  execution.call_sid, execution.our_number, execution.their_number, execution.state, execution.pending`

export type StoredExecution = {
  id: string
  revision: number
  step: number
  document: string | null
  working_until: Date | null
  call_sid: string | null
  our_number: string
  their_number: string
  state: unknown
  pending: unknown
}

const isKeptPending = (value: unknown): value is KeptPending => KeptShape.safeParse(value).success
const KeptShape = z.object({ wait: z.enum(['return', 'report', 'request', 'message', 'outer']) })
const Kept = z.custom<KeptPending>(isKeptPending).nullable()

export function toExecutionRow(row: StoredExecution): ExecutionRow {
  return {
    id: row.id,
    revision: row.revision,
    step: row.step,
    document: row.document,
    workingUntil: row.working_until,
    callSid: row.call_sid,
    ourNumber: row.our_number,
    theirNumber: row.their_number,
    execution: Execution.parse(row.state),
    pending: Kept.parse(row.pending),
  }
}
