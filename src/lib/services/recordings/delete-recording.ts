import { actorName, type CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { deleteAtTwilio } from '@/lib/services/operations/delete-at-twilio'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { recordingCan } from '@/shared/can'
import { ConflictError, NotFoundError } from '@/shared/errors'
import type { RecordingDeletionReceipt } from '@/shared/schemas/recording'
import { forgetDeletedRecordings } from './forget-deleted-recordings'
import { getRecording } from './get-recording'

/**
 * Deletes a recording for good: Twilio's copy, then ours. When only Twilio cannot be reached it goes here and is tried again there by itself.
 * That it was there and who deleted it stays in the audit log. ConflictError while it runs.
 */
export async function deleteRecording(
  ctx: CoreContext,
  { recordingSid }: { recordingSid: string },
): Promise<RecordingDeletionReceipt> {
  const { callSid, status, durationSeconds } = await getRecording(ctx, { recordingSid })
  const possible = recordingCan.delete(status)
  if (!possible.possible) throw new ConflictError(possible.reason)
  const twilio = await deleteAtTwilio(ctx, ctx.twilio.deleteRecording(recordingSid), {
    kind: 'recording.delete',
    subject: recordingSid,
    payload: { recordingSid },
    what: 'recording',
  })
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    const result = await tx.client.query({
      name: 'delete-recording',
      text: `update twilio_recordings set deleted_at = $2, deleted_by = $3, updated_at = $2
             where recording_sid = $1 and deleted_at is null`,
      values: [recordingSid, at, actorName(ctx.actor)],
    })
    if (result.rowCount === 0) throw new NotFoundError('There is no such recording, or it was deleted.')
    const details = { callSid, durationSeconds, twilio }
    await recordAudit(ctx, tx, { action: 'recording.delete', subject: recordingSid, details })
    await broadcast(tx.client, at, [{ type: 'recording.deleted', data: { recordingSid, callSid } }])
  })
  // Nobody can open it any more; a store that cannot be reached is asked again every hour.
  await forgetDeletedRecordings(ctx).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'the sound of a deleted recording waits to be deleted'),
  )
  return { recordingSid, deletedAt: at.toISOString(), twilio }
}
