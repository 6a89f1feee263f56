import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { Participant, Room } from './room'

/**
 * The third person is who talks with the other party from now on, and ours are to go: in one transaction, so that nobody is handed over twice or
 * by halves.
 */
export async function handOver(
  ctx: Pick<CoreContext, 'clock'>,
  tx: Pick<Transaction, 'client'>,
  { id: roomId }: Pick<Room, 'id'>,
  third: Pick<Participant, 'id'>,
): Promise<void> {
  await tx.client.query({
    name: 'hand-over',
    text: `update twilio_conference_participants
              set leaves = leaves or role = 'recruiter', role = 'recruiter', updated_at = $2
            where conference_id = $1 and (role = 'recruiter' or id = $3)`,
    values: [roomId, ctx.clock.now(), third.id],
  })
}
