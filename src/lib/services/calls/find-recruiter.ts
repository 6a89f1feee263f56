import type { CoreContext } from '@/lib/context'

/** Who wrote or called longer ago is not rung by themselves any more. */
const rememberedDays = 90

/**
 * Who of ours a caller wants to reach: whom the conversation is assigned to, else who last wrote to, called or talked with them;
 * only people whom a phone or an open page reaches. Null when there is nobody. Served by conversations_their_number, twilio_messages_thread,
 * twilio_call_logs_to and twilio_call_logs_from.
 */
export async function findRecruiter(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { theirNumber, ourNumber }: { theirNumber: string; ourNumber: string },
): Promise<string | null> {
  const since = new Date(ctx.clock.now().getTime() - rememberedDays * 24 * 3_600_000)
  const { rows } = await ctx.database.pool.query<{ person_id: string }>({
    name: 'find-recruiter',
    text: `with reachable as (
             select id::text as id, 'operator:' || id as actor from users
              where not disabled and coalesce(phone_number not in ($1, $2), exists (
                select from browser_phones where person_id = users.id::text and ready_until > $4))
             union all
             select id, 'operator:' || id from host_people
              where coalesce(phone_number not in ($1, $2), exists (
                select from browser_phones where person_id = host_people.id and ready_until > $4)) and id not in (select id::text from users)),
           thread as (
             select id, our_number = $2 as is_here, assigned_to from conversations where their_number = $1),
           candidate as (
             select assigned_to as person_id, 1 as order_of, is_here, $3::timestamptz as at
               from thread where assigned_to in (select id from reachable)
             union all
             select substr(last.created_by, 10), 2, true, last.created_at
               from thread cross join lateral (
                 select created_by, created_at from twilio_messages
                  where conversation_id = thread.id and direction = 'outbound' and created_at > $3
                    and created_by in (select actor from reachable)
                  order by created_at desc limit 1) as last
             union all
             (select substr(created_by, 10), 2, true, started_at from twilio_call_logs
               where to_number = $1 and started_at > $3 and created_by in (select actor from reachable)
               order by started_at desc limit 1)
             union all
             (select handled_by, 2, true, started_at from twilio_call_logs
               where from_number = $1 and started_at > $3 and handled_by in (select id from reachable)
               order by started_at desc limit 1))
           select person_id from candidate order by order_of, is_here desc, at desc limit 1`,
    values: [theirNumber, ourNumber, since, ctx.clock.now()],
  })
  return rows[0]?.person_id ?? null
}
