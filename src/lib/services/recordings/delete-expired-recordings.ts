import type { CoreContext } from '@/lib/context'
import { ConflictError, NotFoundError } from '@/shared/errors'
import { deleteRecording } from './delete-recording'
import { getRecordingRules } from './get-recording-rules'

const dayMilliseconds = 24 * 60 * 60 * 1_000

/** In one round, so that it ends before the next. */
const most = 500

/**
 * Deletes recordings that are older than administrators want them kept, the oldest first, each as a person does. While Twilio cannot be reached the
 * rest waits for the next round. By twilio_recordings_began.
 */
export async function deleteExpiredRecordings(ctx: CoreContext): Promise<void> {
  const { keepDays } = (await getRecordingRules(ctx)).rules
  if (keepDays === null) return
  const before = new Date(ctx.clock.now().getTime() - keepDays * dayMilliseconds)
  const { rows } = await ctx.database.pool.query<{ recording_sid: string }>({
    name: 'expired-recordings',
    text: `select recording_sid from twilio_recordings
            where deleted_at is null and coalesce(started_at, created_at) < $1 and status in ('absent', 'completed', 'failed')
            order by coalesce(started_at, created_at), id limit $2`,
    values: [before, most],
  })
  for (const { recording_sid: recordingSid } of rows) {
    const receipt = await deleteRecording(ctx, { recordingSid }).catch(ignoreGone)
    if (receipt?.twilio === 'pending') return
  }
}

/** Somebody deletes it at this moment, or a late report says that it goes on. */
function ignoreGone(error: unknown) {
  if (error instanceof NotFoundError || error instanceof ConflictError) return null
  throw error
}
