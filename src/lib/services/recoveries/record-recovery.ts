import type { CoreContext } from '@/lib/context'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Missed } from './missed'

export type RecoveryList = 'texts' | 'calls' | 'recordings'

/**
 * Remembers how far a list was compared and, when something was missing, what, so that a person sees it. Recoveries of one outage, which
 * nobody has dismissed yet, are one entry.
 */
export async function recordRecovery(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  input: { list: RecoveryList; missed: readonly Missed[]; from: Date; through: Date },
): Promise<void> {
  const { list, missed, from, through } = input
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    const moved = await tx.client.query({
      name: 'move-recovery-mark',
      text: `update twilio_recovery_marks set compared_through = $3 where list = $1 and compared_through = $2`,
      values: [list, from, through],
    })
    // Another process compared the same span at the same time, and has counted it.
    if (moved.rowCount === 0 || missed.length === 0) return
    const times = missed.map((each) => each.at.getTime())
    const count = (of: RecoveryList) => (of === list ? missed.length : 0)
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'record-recovery',
      // Served by twilio_recoveries_open.
      text: `with open as (
               update twilio_recoveries set
                 texts = texts + $3, calls = calls + $4, recordings = recordings + $5,
                 first_at = least(first_at, $6), last_at = greatest(last_at, $7)
                where id = (select id from twilio_recoveries where dismissed_at is null and recovered_at >= $2::timestamptz - interval '10 minutes'
                             order by recovered_at desc limit 1)
               returning id
             ), added as (
               insert into twilio_recoveries (id, recovered_at, texts, calls, recordings, first_at, last_at)
               select $1::uuid, $2::timestamptz, $3::int, $4::int, $5::int, $6::timestamptz, $7::timestamptz where not exists (select from open)
               returning id
             )
             select id from open union all select id from added`,
      values: [
        uuidV7(at),
        at,
        count('texts'),
        count('calls'),
        count('recordings'),
        new Date(Math.min(...times)),
        new Date(Math.max(...times)),
      ],
    })
    const recovery = rows[0]
    if (!recovery) throw new Error('the recovery was not written')
    await broadcast(tx.client, at, [{ type: 'recovery.recorded', data: { recoveryId: recovery.id } }])
  })
}
