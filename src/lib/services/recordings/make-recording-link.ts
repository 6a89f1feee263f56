import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { makeMediaToken } from '@/lib/services/media/media-token'
import { ConflictError } from '@/shared/errors'
import { getRecording } from './get-recording'

const validMilliseconds = 3_600_000

/**
 * An address that plays a recording for an hour, for an audio element, which can send no header. Who asked for it is written down: it is how
 * recordings are listened to. ConflictError while its sound is not here.
 */
export async function makeRecordingLink(ctx: CoreContext, { recordingSid }: { recordingSid: string }) {
  const { id, callSid, file } = await getRecording(ctx, { recordingSid })
  if (file.status !== 'stored') throw new ConflictError('The sound of this recording is not here yet.')
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, { action: 'recording.listen', subject: recordingSid, details: { callSid } }),
  )
  const at = ctx.clock.now()
  const ticket = makeMediaToken(ctx.config.secret, { id, at, kind: 'recording-links' })
  return {
    url: `/api/twilio/recordings/${recordingSid}/media?ticket=${ticket}`,
    expiresAt: new Date(at.getTime() + validMilliseconds).toISOString(),
  }
}
