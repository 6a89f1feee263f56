import type { Context } from '@/lib/context'
import { findRoom, partyOf } from '@/lib/services/rooms/room'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { ConflictError } from '@/shared/errors'
import { getRecordingRules } from './get-recording-rules'
import { startRecording } from './start-recording'

/**
 * Tells the other party in a room that they are recorded from now on, and begins the recording that somebody asked for, with that sentence at its
 * head. Done again after a failure: told twice is better than not at all.
 */
export async function recordWhenTold(
  ctx: Context,
  { callSid, roomId }: { callSid: string; roomId: string },
): Promise<void> {
  const room = await findRoom(ctx.database.pool, roomId)
  const isThere = room && partyOf(room)?.callSid === callSid && partyOf(room)?.status === 'connected'
  const asked = await ctx.database.pool.query<{ asked_by: string | null; notice: string | null }>({
    name: 'who-asked-for-recording',
    text: 'select recording_asked_by as asked_by, recording_notice as notice from twilio_call_logs where call_sid = $1',
    values: [callSid],
  })
  const [wanted] = asked.rows
  const conferenceSid = room?.conferenceSid ?? null
  if (!isThere || conferenceSid === null || !wanted?.asked_by) return
  const { onDemandNotice } = (await getRecordingRules(ctx)).rules
  const notice = onDemandNotice ?? wanted.notice
  // Whoever asked was promised that it is said.
  if (notice === null) return forget(ctx, callSid, null)
  const announceUrl = webhookUrl(ctx.config, '/api/twilio/webhooks/voice/notice')
  const tell = async () => {
    if (onDemandNotice !== null) await ctx.twilio.updateParticipant(conferenceSid, callSid, { announceUrl })
  }
  try {
    await startRecording(ctx, { callSid, startedBy: wanted.asked_by, ruleId: null, notice }, tell)
  } catch (error) {
    // Another round of the same does it.
    if (error instanceof ConflictError) return
    throw error
  }
  await forget(ctx, callSid, notice)
}

async function forget(ctx: Context, callSid: string, notice: string | null) {
  await ctx.database.pool.query({
    name: 'recording-is-asked-no-more',
    text: `update twilio_call_logs set recording_asked_by = null, recording_notice = coalesce($2, recording_notice) where call_sid = $1`,
    values: [callSid, notice],
  })
}
