import type pg from 'pg'

/** A pool, or a connection in a transaction. */
type Queryable = Pick<pg.ClientBase | pg.Pool, 'query'>

/**
 * The end of the event log as this snapshot sees it, a decimal string: the `syncCursor` of a list. Call it BEFORE the list is read (or in
 * the same repeatable-read transaction): then whatever commits in between is delivered live, and nothing falls between list and stream.
 */
export async function currentCursor(from: Queryable | { database: { pool: pg.Pool } }): Promise<string> {
  const queryable = 'query' in from ? from : from.database.pool
  // Served by the primary key's last entry.
  const result = await queryable.query<{ cursor: string }>({
    name: 'current-cursor',
    text: `select greatest((select max(id) from twilio_events), (select pruned_through from twilio_event_log))::text as cursor`,
  })
  const row = result.rows[0]
  if (!row) throw new Error('the event log has no state')
  return row.cursor
}
