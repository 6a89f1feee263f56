import type { CoreContext } from '@/lib/context'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { showOnCalls } from './show-on-calls'

/** Tells the screens of a recording that we changed, and its calls at once, for an answer that shows it. */
export async function showRecording(
  ctx: CoreContext,
  { callSid, recordingSid }: { callSid: string; recordingSid: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const shown = await showOnCalls(tx, at, [callSid])
    await broadcast(tx.client, at, [...shown, { type: 'recording.changed', data: { recordingSid, callSid } }])
  })
}
