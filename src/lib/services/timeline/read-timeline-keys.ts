import type pg from 'pg'
import { shownMessage } from '@/lib/services/messages/to-message'
import type { TimelineCursor, TimelineKey, TimelineKind } from '@/lib/services/timeline/timeline-cursor'

/** The conversation's id is $1, the person's number $2. Each is walked by an index of what it belongs to and its time. */
const sources: readonly { kind: TimelineKind; from: string; at: string }[] = [
  { kind: 'message', from: `twilio_messages message where conversation_id = $1 and ${shownMessage}`, at: 'created_at' },
  { kind: 'note', from: 'conversation_notes where conversation_id = $1', at: 'created_at' },
  { kind: 'change', from: 'conversation_changes where conversation_id = $1', at: 'at' },
  { kind: 'opt_out', from: 'twilio_opt_outs where phone_number = $2', at: 'recorded_at' },
  // A leg from them belongs to their call; a leg to them is how somebody reached them.
  { kind: 'call', from: `${callsOf('from_number')} and parent_call_sid is null`, at: 'started_at' },
  { kind: 'call', from: callsOf('to_number'), at: 'started_at' },
]

/** A person's calls are few, but our numbers are in most rows: left to statistics, PostgreSQL would walk all calls for their newest. */
function callsOf(column: 'from_number' | 'to_number') {
  return `(select * from twilio_call_logs where ${column} = $2 offset 0) call where true`
}

type Thread = { id: string; theirNumber: string }

/** The places of up to `limit` entries from the cursor on, nearest first; without one, from the newest back. */
export async function readTimelineKeys(
  pool: Pick<pg.Pool, 'query'>,
  thread: Thread,
  cursor: TimelineCursor | null,
  limit: number,
): Promise<TimelineKey[]> {
  const order = cursor?.way === 'newer' ? 'asc' : 'desc'
  const walk = ({ kind, from, at }: (typeof sources)[number]) =>
    `(select '${kind}' as kind, id, ${at} as at from ${from} ${cursor ? `and (${at}, id) ${operator(kind, cursor)} ($4, $5)` : ''}
      order by ${at} ${order}, id ${order} limit $3)`
  const result = await pool.query<TimelineKey>({
    name: `timeline-${cursor ? `${cursor.way}-${cursor.kind}` : 'newest'}`,
    text: `${sources.map(walk).join(' union all ')} order by at ${order}, id ${order}, kind ${order} limit $3`,
    values: [thread.id, thread.theirNumber, limit, ...(cursor ? [cursor.at, cursor.id] : [])],
  })
  return result.rows
}

/** Entries of one time and id are in the order of their kinds, which are constants here. */
function operator(kind: TimelineKind, cursor: TimelineCursor) {
  if (cursor.way === 'older') return kind < cursor.kind ? '<=' : '<'
  return kind > cursor.kind ? '>=' : '>'
}

/** The place of one entry of the thread, or null. By primary keys. */
export async function findTimelineKey(
  pool: Pick<pg.Pool, 'query'>,
  thread: Thread,
  id: string,
): Promise<TimelineKey | null> {
  const result = await pool.query<TimelineKey>({
    name: 'find-timeline-key',
    text: `select * from (${sources
      .map(({ kind, from, at }) => `select '${kind}' as kind, id, ${at} as at from ${from} and id = $3`)
      .join(' union all ')}) entry order by kind = 'message' desc limit 1`,
    values: [thread.id, thread.theirNumber, id],
  })
  return result.rows[0] ?? null
}
