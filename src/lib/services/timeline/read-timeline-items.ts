import type pg from 'pg'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { messageColumns, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import { noteColumns, toNote, type NoteRow } from '@/lib/services/notes/to-note'
import type { TimelineKey, TimelineKind } from '@/lib/services/timeline/timeline-cursor'
import type { ConversationChange } from '@/shared/schemas/conversation'
import type { OptOut } from '@/shared/schemas/opt-out'
import type { TimelineItem } from '@/shared/schemas/timeline'

type Read = (pool: Pick<pg.Pool, 'query'>, keys: TimelineKey[]) => Promise<TimelineItem[]>

/** The entries of these places, in their order; one statement a kind that occurs, by primary key. */
export async function readTimelineItems(
  pool: Pick<pg.Pool, 'query'>,
  keys: readonly TimelineKey[],
): Promise<TimelineItem[]> {
  const kinds = Map.groupBy(keys, (key) => key.kind)
  const read = await Promise.all([...kinds].map(([kind, ofKind]) => readers[kind](pool, ofKind)))
  const items = new Map(read.flat().map((item) => [item.id, item]))
  return keys.flatMap((key) => items.get(key.kind === 'opt_out' ? `opt_out:${key.id}` : key.id) ?? [])
}

const readers: Record<TimelineKind, Read> = {
  message: reader<MessageRow>(
    `select ${messageColumns} from twilio_messages message where message.id = any($1::uuid[])`,
    (row) => ({ kind: 'message', id: row.id, at: row.created_at.toISOString(), message: toMessage(row) }),
  ),
  note: reader<NoteRow>(
    `select ${noteColumns} from conversation_notes note where note.id = any($1::uuid[])`,
    (row) => ({ kind: 'note', id: row.id, at: row.created_at.toISOString(), note: toNote(row) }),
  ),
  call: reader<CallRow>(
    `select ${callColumns} from twilio_call_logs call ${callContactJoin} where call.id = any($1::uuid[])`,
    (row) => ({ kind: 'call', id: row.id, at: row.started_at.toISOString(), call: toCall(row) }),
  ),
  change: reader<Stored<ConversationChange>>(
    `select id, conversation_id as "conversationId", at, what, actor as "by", actor_name as "byName",
            assignee_name as "assigneeName", until
     from conversation_changes where id = any($1::uuid[])`,
    (row) => {
      const change = { ...row, at: row.at.toISOString(), until: row.until?.toISOString() ?? null }
      return { kind: 'change', id: row.id, at: change.at, change }
    },
  ),
  opt_out: reader<Stored<OptOut>>(
    `select id, phone_number as "phoneNumber", kind, source, words, our_number as "ourNumber", recorded_by as "recordedBy",
            recorded_at as "recordedAt"
     from twilio_opt_outs where id = any($1::uuid[])`,
    (row) => {
      const optOut = { ...row, recordedAt: row.recordedAt.toISOString() }
      return { kind: 'opt_out', id: `opt_out:${row.id}`, at: optOut.recordedAt, optOut }
    },
  ),
}

/** As the database gives it: times are dates. */
type Stored<Shape> = {
  [Field in keyof Shape]: Field extends 'at' | 'recordedAt' ? Date : Field extends 'until' ? Date | null : Shape[Field]
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it types what the statement gives
function reader<Row extends pg.QueryResultRow>(text: string, toItem: (row: Row) => TimelineItem): Read {
  return async (pool, keys) => {
    const result = await pool.query<Row>(text, [keys.map((key) => key.id)])
    return result.rows.map(toItem)
  }
}
