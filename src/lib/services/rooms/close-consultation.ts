import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { callEvent } from '@/lib/services/calls/call-event'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { want } from './want'

/** The other party is to come off hold, and the call shows that nobody is consulted any more. Gives what to broadcast; none when nobody was. */
export async function closeConsultation(
  ctx: Pick<CoreContext, 'clock' | 'jobs'>,
  tx: Pick<Transaction, 'client'>,
  { roomId }: { roomId: string },
): Promise<NewLiveEvent[]> {
  const { rows } = await tx.client.query<CallRow>({
    name: 'close-consultation',
    // By twilio_call_logs_room.
    text: `with call as (
             update twilio_call_logs set consulting = null, updated_at = $2
              where room_id = $1 and consulting is not null returning *)
           select ${callColumns} from call ${callContactJoin}`,
    values: [roomId, ctx.clock.now()],
  })
  if (rows.length > 0) await want(ctx, tx, { roomId, role: 'party', hold: false })
  return rows.map((row) => callEvent(toCall(row)))
}
