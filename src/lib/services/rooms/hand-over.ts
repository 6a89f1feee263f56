import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { partyOf, type Participant, type Room } from './room'

/**
 * The third person is who talks with the other party from now on, whose call is theirs if they are one of ours, and who had it before is to go: in one transaction, so
 * that nobody is handed over twice or by halves. The caller tells of the call.
 */
export async function handOver(
  ctx: Pick<CoreContext, 'clock'>,
  tx: Pick<Transaction, 'client'>,
  room: Room,
  third: Pick<Participant, 'id' | 'personId'>,
): Promise<void> {
  await tx.client.query({
    name: 'hand-over',
    text: `update twilio_conference_participants
              set leaves = leaves or role = 'recruiter', role = 'recruiter', updated_at = $2
            where conference_id = $1 and (role = 'recruiter' or id = $3)`,
    values: [room.id, ctx.clock.now(), third.id],
  })
  if (third.personId === null) return
  await tx.client.query({
    name: 'hand-call-over',
    text: 'update twilio_call_logs set handled_by = $2 where call_sid = $1',
    values: [partyOf(room)?.callSid ?? null, third.personId],
  })
}
