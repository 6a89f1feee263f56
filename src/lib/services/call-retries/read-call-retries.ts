import type pg from 'pg'
import type { CallRetry } from '@/shared/schemas/call-retry'

/** A row of call_retries with the calls it stands between, as `callRetryColumns` and `callRetryJoins` select it. */
export type CallRetryRow = {
  id: string
  retry_of: string
  call_sid: string | null
  placed_call_sid: string | null
  attempt: number
  from_number: string
  to_number: string
  contact_name: string | null
  ended: string
  status: CallRetry['status']
  reason: string | null
  due_at: Date
  created_at: Date
  settled_at: Date | null
}

export const callRetryColumns = `retry.id, retry.retry_of, before.call_sid, placed.call_sid as placed_call_sid, retry.attempt, retry.from_number,
  retry.to_number, contact.name as contact_name, retry.ended, retry.status, retry.reason, retry.due_at, retry.created_at, retry.settled_at`

/** By primary keys and the unique index on contacts.phone_number. */
export const callRetryJoins = `left join twilio_call_logs before on before.id = retry.retry_of
  left join twilio_call_logs placed on placed.id = retry.id
  left join contacts contact on contact.phone_number = retry.to_number`

export function toCallRetry(row: CallRetryRow): CallRetry {
  return {
    id: row.id,
    retryOf: row.retry_of,
    callSid: row.call_sid,
    placedCallSid: row.placed_call_sid,
    attempt: row.attempt,
    from: row.from_number,
    to: row.to_number,
    contactName: row.contact_name,
    ended: row.ended,
    status: row.status,
    reason: row.reason,
    dueAt: row.due_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  }
}

/** These retries as screens show them. */
export async function readCallRetries(
  client: Pick<pg.ClientBase, 'query'>,
  ids: readonly string[],
): Promise<CallRetry[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<CallRetryRow>({
    name: 'read-call-retries',
    text: `select ${callRetryColumns} from call_retries retry ${callRetryJoins} where retry.id = any($1)`,
    values: [ids],
  })
  return rows.map((row) => toCallRetry(row))
}
