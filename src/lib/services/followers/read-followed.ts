import type pg from 'pg'
import type { LiveEventType } from '@/shared/schemas/live-event'

/** An event as the log has it; whoever handles it checks it first. */
export type FollowedEvent = { id: string; type: string; at: string; data: unknown }

/** Events looked at in one statement, whatever their type, so that none is long. */
const window = 5_000

/**
 * Up to `limit` events of these types after the cursor, where the cursor stands once they are handled, and how far the log has been pruned:
 * all of one snapshot. Served by the primary key.
 */
export async function readFollowed(
  client: pg.ClientBase,
  request: { after: bigint; types: readonly LiveEventType[]; limit: number },
): Promise<{ events: FollowedEvent[]; through: bigint; prunedThrough: bigint }> {
  type Row = {
    pruned_through: string
    through: string | null
    id: string | null
    type: string
    at: Date
    data: unknown
  }
  const result = await client.query<Row>({
    name: 'read-followed',
    text: `with seen as (
             select max(id) as through from (select id from twilio_events where id > $1 order by id limit $4) as next
           )
           select log.pruned_through, seen.through, event.id, event.type, event.at, event.data
           from twilio_event_log log cross join seen
           left join lateral (
             select * from twilio_events where id > $1 and id <= seen.through and type = any($2) order by id limit $3
           ) event on true
           order by event.id`,
    values: [request.after.toString(), request.types, request.limit, window],
  })
  const first = result.rows[0]
  if (!first) throw new Error('the event log has no state')
  const events = result.rows.flatMap(({ id, type, at, data }) =>
    id === null ? [] : [{ id, type, at: at.toISOString(), data }],
  )
  const seenThrough = BigInt(first.through ?? request.after)
  const last = events.at(-1)
  return {
    events,
    through: events.length === request.limit && last ? BigInt(last.id) : seenThrough,
    prunedThrough: BigInt(first.pruned_through),
  }
}
