import type { CoreContext } from '@/lib/context'

/** Whether a call's leg was recorded before, stopped since or not; a message that was left does not count. By twilio_recordings_call. */
export async function hasBeenRecorded(
  ctx: Pick<CoreContext, 'database'>,
  { callSid }: { callSid: string },
): Promise<boolean> {
  const { rowCount } = await ctx.database.pool.query({
    name: 'has-been-recorded',
    text: `select from twilio_recordings where call_sid = $1 and source is distinct from 'RecordVerb' limit 1`,
    values: [callSid],
  })
  return rowCount === 1
}
