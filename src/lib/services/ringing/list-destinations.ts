import type { CoreContext } from '@/lib/context'
import type { Destination } from './destination'

/**
 * Where these people can be rung right now, by their id: their browser, if a page of theirs is open, and their own phone. Who is disabled
 * nowhere. By primary keys.
 */
export async function listDestinations(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  personIds: readonly string[],
): Promise<Map<string, Destination[]>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await ctx.database.pool.query<{ id: string; phone_number: string | null; in_browser: boolean }>({
    name: 'list-destinations',
    text: `with person as (
             select id::text as id, phone_number from users where id::text = any($1) and not disabled
             union all
             select id, phone_number from host_people where id = any($1) and id not in (select id::text from users))
           select person.id, person.phone_number, browser.person_id is not null as in_browser
             from person left join browser_phones browser on browser.person_id = person.id and browser.ready_until > $2`,
    values: [personIds, ctx.clock.now()],
  })
  return new Map(
    rows.map((row) => [
      row.id,
      [
        ...(row.in_browser ? [{ to: `client:${row.id}`, personId: row.id }] : []),
        ...(row.phone_number === null ? [] : [{ to: row.phone_number, personId: row.id }]),
      ],
    ]),
  )
}
