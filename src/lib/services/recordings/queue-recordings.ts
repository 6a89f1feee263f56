import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

/**
 * A job for each finished recording that waits to be fetched: those named, or all that changed before `before`. Once for each: whoever comes
 * second finds it pending. By twilio_recordings.recording_sid or twilio_recordings_to_fetch.
 */
export async function queueRecordings(
  ctx: Pick<CoreContext, 'jobs' | 'clock'>,
  tx: Transaction,
  wanted: { recordingSids: readonly string[] } | { before: Date },
): Promise<NewLiveEvent[]> {
  const [condition, value] =
    'before' in wanted ? ['updated_at < $1', wanted.before] : ['recording_sid = any($1)', wanted.recordingSids]
  const { rows } = await tx.client.query<{ recordingSid: string; callSid: string | null }>(
    `update twilio_recordings set file_status = 'pending', updated_at = $2
      where status = 'completed' and file_status = 'waiting' and deleted_at is null and ${condition}
      returning recording_sid as "recordingSid", call_sid as "callSid"`,
    [value, ctx.clock.now()],
  )
  const jobs = rows.map(({ recordingSid }) => ({ payload: { recordingSid }, key: `recording:${recordingSid}` }))
  await ctx.jobs.enqueueAll(tx, 'fetch-recording', jobs)
  return rows.map((data) => ({ type: 'recording.changed', data }))
}
