import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { ivrFlows } from '@/lib/db/schema/flows'
import { toFlow } from '@/lib/services/ivr/to-flow'
import { broadcast } from '@/lib/utils/twilio-broadcast'

/** Ends the transaction that changed a flow with its live event. */
export async function announceFlow(ctx: CoreContext, tx: Transaction, row: typeof ivrFlows.$inferSelect) {
  await broadcast(tx.client, ctx.clock.now(), [{ type: 'flow.changed', data: { flow: toFlow(row) } }])
}
