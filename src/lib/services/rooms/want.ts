import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { expectNews } from './expect-news'

/** Writes down what our people want of those in a room; `settleRoom` has it done, now or when they are in it. */
export async function want(
  ctx: Pick<CoreContext, 'clock' | 'jobs'>,
  tx: Pick<Transaction, 'client'>,
  { roomId, role, hold, muted }: { roomId: string; role: 'party' | 'recruiter'; hold?: boolean; muted?: boolean },
): Promise<void> {
  await expectNews(ctx, tx, { roomId })
  await tx.client.query({
    name: 'want-of-participants',
    text: `update twilio_conference_participants
              set wants_hold = coalesce($3, wants_hold), wants_muted = coalesce($4, wants_muted), updated_at = $5
            where conference_id = $1 and role = $2`,
    values: [roomId, role, hold ?? null, muted ?? null, ctx.clock.now()],
  })
}
