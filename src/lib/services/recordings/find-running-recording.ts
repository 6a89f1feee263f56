import type { CoreContext } from '@/lib/context'

/** The recording of a call that runs now, paused or not; a message that is being left is none. By twilio_recordings_call. */
export async function findRunningRecording(
  ctx: Pick<CoreContext, 'database'>,
  { callSid }: { callSid: string },
): Promise<{ recordingSid: string } | null> {
  const { rows } = await ctx.database.pool.query<{ recordingSid: string }>({
    name: 'find-running-recording',
    text: `select recording_sid as "recordingSid" from twilio_recordings
            where call_sid = $1 and status in ('in-progress', 'paused') and source is distinct from 'RecordVerb'
            order by created_at desc limit 1`,
    values: [callSid],
  })
  return rows[0] ?? null
}
