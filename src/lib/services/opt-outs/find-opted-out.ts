import type { CoreContext } from '@/lib/context'

/** Which of these numbers have opted out, by the newest word of the ledger on each (twilio_opt_outs_newest). */
export async function findOptedOut(
  ctx: Pick<CoreContext, 'database'>,
  phoneNumbers: readonly string[],
): Promise<Set<string>> {
  const { rows } = await ctx.database.pool.query<{ phone_number: string }>({
    name: 'opted-out-of',
    text: `select wanted.phone_number from unnest($1::text[]) as wanted (phone_number)
           where (select kind from twilio_opt_outs ledger where ledger.phone_number = wanted.phone_number
                  order by recorded_at desc, id desc limit 1) = 'opted_out'`,
    values: [phoneNumbers],
  })
  return new Set(rows.map((row) => row.phone_number))
}
