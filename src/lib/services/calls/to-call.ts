import { errorSentence } from '@/lib/twilio/error-sentence'
import type { CallStatus } from '@/shared/calls/call-status-rank'
import type { Call } from '@/shared/schemas/call'

/** A row of twilio_call_logs with the name of the other party, as `callColumns` and `callContactJoin` select it. */
export type CallRow = {
  id: string
  call_sid: string | null
  parent_call_sid: string | null
  direction: 'inbound' | 'outbound'
  status: CallStatus
  from_number: string
  to_number: string
  answered_by: string | null
  error_code: number | null
  started_at: Date
  answered_at: Date | null
  ended_at: Date | null
  duration_seconds: number | null
  unknown_since: Date | null
  contact_name: string | null
} & DeskRow

/** What people of ours do with a call; no report of Twilio's says it. */
export type DeskRow = {
  room_id: string | null
  held: boolean
  muted: boolean
  consulting: string | null
  recording: Call['recording']
  disposition: string | null
  notes: string | null
  handled_by: string | null
  handler_name: string | null
  retry_of: string | null
  missed: Call['missed']
}

/** Of a call that nobody has touched yet. */
export const untouched: DeskRow = {
  room_id: null,
  held: false,
  muted: false,
  consulting: null,
  recording: 'off',
  disposition: null,
  notes: null,
  handled_by: null,
  handler_name: null,
  retry_of: null,
  missed: null,
}

/** What a statement that calls the table `call` selects for `toCall`. */
export const callColumns = `call.id, call.call_sid, call.parent_call_sid, call.direction, call.status, call.from_number, call.to_number,
  call.answered_by, call.error_code, call.started_at, call.answered_at, call.ended_at, call.duration_seconds, call.unknown_since,
  call.room_id, call.held, call.muted, call.consulting, call.recording, call.disposition, call.notes, call.handled_by, call.retry_of,
  call.missed, coalesce(handler.name, host_handler.name) as handler_name, contact.name as contact_name`

/** Joins the other party, by the unique index on contacts.phone_number, and who of ours handles it, by the primary keys of people. */
export const callContactJoin = `left join contacts contact
  on contact.phone_number = case call.direction when 'inbound' then call.from_number else call.to_number end
  left join users handler on handler.id::text = call.handled_by
  left join host_people host_handler on host_handler.id = call.handled_by`

/** A call as lists, answers and live events show it. */
export function toCall(row: CallRow): Call {
  return {
    id: row.id,
    callSid: row.call_sid,
    parentCallSid: row.parent_call_sid,
    direction: row.direction,
    status: row.status,
    from: row.from_number,
    to: row.to_number,
    contactName: row.contact_name,
    answeredBy: row.answered_by,
    errorCode: row.error_code,
    errorMessage: errorMessage(row),
    startedAt: row.started_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    durationSeconds: row.duration_seconds,
    roomId: row.room_id,
    held: row.held,
    muted: row.muted,
    consulting: row.consulting,
    recording: row.recording,
    disposition: row.disposition,
    notes: row.notes,
    handledBy: row.handled_by === null ? null : { id: row.handled_by, name: row.handler_name ?? 'Somebody' },
    retryOf: row.retry_of,
    missed: row.missed,
  }
}

function errorMessage(row: CallRow) {
  if (row.error_code !== null) return errorSentence(row.error_code)
  if (row.call_sid !== null) return null
  if (row.status === 'failed') return 'This call never reached Twilio. You can place it again.'
  return row.unknown_since ? 'Twilio did not confirm this call. It is being checked; do not call again yet.' : null
}
