import type pg from 'pg'
import { arrayLiteral } from '@/lib/db/array-literal'
import { messageErrorSentence } from './to-message'
import type { TextReport, TextStatus } from './text-report'
import { messageStatusRank, type MessageStatus } from '@/shared/messages/message-status-rank'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

type Reported = Extract<TextReport, TextStatus>

type ChangedRow = {
  id: string
  conversation_id: string
  message_sid: string | null
  status: MessageStatus
  error_code: number | null
}

/**
 * One statement: the facts, and the highest status of each text where it is higher than what the row has; the error code comes with the
 * status that brought it. The row is found by SID, or by the attempt named in our callback address while it has none. Looked up by:
 * facts' primary key, twilio_messages.message_sid, twilio_messages' primary key.
 */
const sql = `
with input as materialized (
  select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::smallint[], $6::integer[], $7::uuid[])
    as input (message_sid, raw, received_at, status, status_rank, error_code, attempt_id)
), recorded as (
  insert into twilio_webhook_facts (event_key, kind, raw, received_at)
  select message_sid || ':' || status, 'message-status', raw, received_at from input order by 1
  on conflict do nothing
), highest as materialized (
  select distinct on (message_sid) message_sid, status, status_rank, error_code,
         max(attempt_id::text) over (partition by message_sid)::uuid as attempt_id
    from input order by message_sid, status_rank desc
), target as materialized (
  select highest.*, found.id
    from highest cross join lateral (
      select id from twilio_messages where message_sid = highest.message_sid
      union all
      select id from twilio_messages where id = highest.attempt_id and message_sid is null
      limit 1) found
)
update twilio_messages message set
  message_sid = target.message_sid,
  status = case when target.status_rank > message.status_rank then target.status else message.status end,
  error_code = case when target.status_rank > message.status_rank then target.error_code else message.error_code end,
  status_rank = greatest(target.status_rank, message.status_rank),
  updated_at = $8
  from target
 where message.id = target.id and (message.message_sid is null or message.status_rank < target.status_rank)
returning message.id, message.conversation_id, message.message_sid, message.status, message.error_code`

/** Writes reported statuses and gives the live events of the texts they changed. A status of an unknown text is kept as a fact. */
export async function writeTextStatuses(client: pg.ClientBase, at: Date, reports: Reported[]): Promise<NewLiveEvent[]> {
  if (reports.length === 0) return []
  const rows = [...new Map(reports.map((report) => [`${report.messageSid}:${report.status}`, report])).values()]
  const { rows: changed } = await client.query<ChangedRow>({
    name: 'write-text-statuses',
    text: sql,
    values: [
      arrayLiteral(rows.map((report) => report.messageSid)),
      arrayLiteral(rows.map((report) => report.raw)),
      arrayLiteral(rows.map((report) => report.receivedAt.toISOString())),
      arrayLiteral(rows.map((report) => report.status)),
      arrayLiteral(rows.map((report) => messageStatusRank[report.status])),
      arrayLiteral(rows.map((report) => report.errorCode)),
      arrayLiteral(rows.map((report) => report.attemptId)),
      at,
    ],
  })
  return changed.map((row) => ({
    type: 'message.status_changed',
    data: {
      id: row.id,
      conversationId: row.conversation_id,
      messageSid: row.message_sid,
      status: row.status,
      errorCode: row.error_code,
      errorMessage: messageErrorSentence(row),
    },
  }))
}
