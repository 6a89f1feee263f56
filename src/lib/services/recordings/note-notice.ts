import type { CoreContext } from '@/lib/context'

/** What the other party of a call was told about recording, if anything, and that nobody waits for that any more. */
export async function noteNotice(
  ctx: Pick<CoreContext, 'database'>,
  { callSid, notice }: { callSid: string; notice: string | null },
): Promise<void> {
  await ctx.database.pool.query({
    name: 'note-notice',
    text: `update twilio_call_logs set recording_asked_by = null, recording_notice = coalesce(recording_notice, $2) where call_sid = $1`,
    values: [callSid, notice],
  })
}
