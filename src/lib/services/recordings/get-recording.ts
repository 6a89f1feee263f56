import type { CoreContext } from '@/lib/context'
import { NotFoundError } from '@/shared/errors'
import type { Recording } from '@/shared/schemas/recording'
import { recordingColumns, recordingJoins, toRecording, type RecordingRow } from './to-recording'

/** The recording with this SID; NotFoundError when there is none or it was deleted. By twilio_recordings.recording_sid. */
export async function getRecording(
  ctx: Pick<CoreContext, 'database'>,
  { recordingSid }: { recordingSid: string },
): Promise<Recording> {
  const result = await ctx.database.pool.query<RecordingRow>({
    name: 'get-recording',
    text: `select ${recordingColumns} from twilio_recordings recording ${recordingJoins}
           where recording.recording_sid = $1 and recording.deleted_at is null`,
    values: [recordingSid],
  })
  const row = result.rows[0]
  if (!row) throw new NotFoundError('There is no such recording, or it was deleted.')
  return toRecording(row)
}
