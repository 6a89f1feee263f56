import type { Context } from '@/lib/context'
import { ConflictError } from '@/shared/errors'
import { getRecordingRules } from './get-recording-rules'
import { noteNotice } from './note-notice'
import { startRecording } from './start-recording'
import { tellerIn } from './teller-in'

/**
 * Tells the other party in a room that they are recorded from now on, and begins the recording that somebody asked for, with that sentence at its
 * head. Done again after a failure: told twice is better than not at all.
 */
export async function recordWhenTold(
  ctx: Context,
  { callSid, roomId }: { callSid: string; roomId: string },
): Promise<void> {
  const { rows } = await ctx.database.pool.query<{ asked_by: string | null }>({
    name: 'who-asked-for-recording',
    text: 'select recording_asked_by as asked_by from twilio_call_logs where call_sid = $1',
    values: [callSid],
  })
  const startedBy = rows[0]?.asked_by ?? null
  const tell = await tellerIn(ctx, { callSid, roomId, ruleId: null })
  if (startedBy === null || tell === null) return
  const { onDemandNotice: notice } = (await getRecordingRules(ctx)).rules
  // The sentence was taken away meanwhile: whoever asked was promised that it is said.
  if (notice === null) return noteNotice(ctx, { callSid, notice })
  try {
    await startRecording(ctx, { callSid, startedBy, ruleId: null, notice }, tell)
  } catch (error) {
    // Another round of the same does it.
    if (error instanceof ConflictError) return
    throw error
  }
  await noteNotice(ctx, { callSid, notice })
}
