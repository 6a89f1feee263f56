import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { callColumns, callContactJoin, type CallRow } from '@/lib/services/calls/to-call'

/** The other party's call shows whether they wait and whether ours are muted; the row, if that changed. By twilio_call_logs_room. */
export async function showOnCall(
  ctx: Pick<CoreContext, 'clock'>,
  tx: Pick<Transaction, 'client'>,
  roomId: string,
): Promise<CallRow | undefined> {
  const { rows } = await tx.client.query<CallRow>({
    name: 'room-on-call',
    text: `with present as (
             select bool_or(hold) filter (where role = 'party') as held, bool_or(muted) filter (where role = 'recruiter') as muted
               from twilio_conference_participants where conference_id = $1 and left_at is null),
           call as (
             update twilio_call_logs log set held = coalesce(present.held, false), muted = coalesce(present.muted, false), updated_at = $2
               from present
              where log.room_id = $1
                and log.call_sid = (select call_sid from twilio_conference_participants where conference_id = $1 and role = 'party' limit 1)
                and (log.held, log.muted) is distinct from (coalesce(present.held, false), coalesce(present.muted, false))
             returning log.*)
           select ${callColumns} from call ${callContactJoin}`,
    values: [roomId, ctx.clock.now()],
  })
  return rows[0]
}
