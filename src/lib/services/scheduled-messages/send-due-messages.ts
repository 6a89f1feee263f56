import type { CoreContext } from '@/lib/context'
import { claimDue } from '@/lib/services/scheduled-messages/claim-due'
import { sendClaimed } from '@/lib/services/scheduled-messages/send-claimed'

/** So that one job does not run for ever; the next goes on. */
const mostAtOnce = 500

/** Sends every text that is due, one after the other. Any number of processes may do so at once. */
export async function sendDueMessages(ctx: CoreContext): Promise<void> {
  for (let sent = 0; sent < mostAtOnce; sent += 1) {
    const row = await claimDue(ctx)
    if (!row) return
    await sendClaimed(ctx, row)
  }
}
