import type pg from 'pg'
import { storedEventFrom, type EventRow, type StoredEvent } from './stored-event'

/**
 * Up to `limit` events after `cursor`, in commit order, and how far the log has been pruned, both of one snapshot: when `prunedThrough` is
 * above `cursor`, events are missing between the two.
 */
export async function readEvents(
  queryable: Pick<pg.ClientBase | pg.Pool, 'query'>,
  cursor: bigint,
  limit: number,
): Promise<{ events: StoredEvent[]; prunedThrough: bigint }> {
  // Served by the primary key. The left join answers one row even when there is no event.
  const result = await queryable.query<(EventRow | { id: null }) & { pruned_through: string }>({
    name: 'read-events',
    text: `select log.pruned_through, event.id, event.type, event.at, event.data::text as data
           from twilio_event_log log
           left join (select * from twilio_events where id > $1 order by id limit $2) event on true
           order by event.id`,
    values: [cursor.toString(), limit],
  })
  const first = result.rows[0]
  if (!first) throw new Error('the event log has no state')
  return {
    events: result.rows.flatMap((row) => (row.id === null ? [] : [storedEventFrom(row)])),
    prunedThrough: BigInt(first.pruned_through),
  }
}
