import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { Room } from './room'

/** Whoever was asked for a word, and is not who the call was handed over to, is to go; `settleRoom` hangs them up. */
export async function letConsultedGo(
  ctx: Pick<CoreContext, 'clock'>,
  tx: Pick<Transaction, 'client'>,
  { id: roomId }: Pick<Room, 'id'>,
): Promise<void> {
  await tx.client.query({
    name: 'let-consulted-go',
    text: `update twilio_conference_participants set leaves = true, updated_at = $2 where conference_id = $1 and role = 'consulted'`,
    values: [roomId, ctx.clock.now()],
  })
}
