import type { CoreContext } from '@/lib/context'

/** The recording that runs now on one of these legs, paused or not; a message that is being left is none. By twilio_recordings_call. */
export async function findRunningRecording(
  ctx: Pick<CoreContext, 'database'>,
  { callSids }: { callSids: readonly (string | null)[] },
): Promise<{ recordingSid: string; callSid: string } | null> {
  const { rows } = await ctx.database.pool.query<{ recordingSid: string; callSid: string }>({
    name: 'find-running-recording',
    text: `select recording_sid as "recordingSid", call_sid as "callSid" from twilio_recordings
            where call_sid = any($1) and status in ('in-progress', 'paused') and source is distinct from 'RecordVerb'
            order by created_at desc limit 1`,
    values: [callSids.filter((sid) => sid !== null)],
  })
  return rows[0] ?? null
}
