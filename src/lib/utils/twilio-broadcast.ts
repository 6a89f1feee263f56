import type pg from 'pg'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { lockKeys } from '@/lib/db/lock-keys'

/** The channel on which readers of the log are woken. */
export const eventLogChannel = 'twilio_events'

/**
 * Appends events to the live log: the only publisher. Must be the LAST statement of its transaction: the lock it takes is held to the
 * commit, so ids sort as commits do and no reader can pass an id that is still uncommitted. One NOTIFY for the whole batch.
 */
export async function broadcast(client: pg.ClientBase, at: Date, events: readonly NewLiveEvent[]) {
  if (events.length === 0) return
  await client.query({
    name: 'broadcast',
    text: `with held as materialized (select pg_advisory_xact_lock($4)),
                appended as (
                  insert into twilio_events (type, at, data)
                  select event.type, $3, event.data
                  from held, rows from (unnest($1::text[]), json_array_elements($2::json)) with ordinality as event (type, data, position)
                  order by event.position
                )
           select pg_notify($5, '')`,
    values: [
      events.map((event) => event.type),
      JSON.stringify(events.map((event) => event.data)),
      at,
      lockKeys.eventLog,
      eventLogChannel,
    ],
  })
}
