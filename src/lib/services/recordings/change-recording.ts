import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { isOver } from '@/lib/twilio/is-over'
import { callRecordingCan } from '@/shared/can'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import type { ChangeRecordingInput } from '@/shared/schemas/recording'
import { findRunningRecording } from './find-running-recording'
import { recordedLegOf } from './recorded-leg-of'
import { showRecording } from './show-recording'

const actions = { paused: 'call.record_pause', 'in-progress': 'call.record_resume', stopped: 'call.record_stop' }

/**
 * Pauses, resumes or stops the recording of a call. Twilio reports neither pauses nor that it was stopped until the sound is ready, so what it
 * answers is written down. ConflictError when the recording is not in the state for it.
 */
export async function changeRecording(
  ctx: Context,
  { callSid, status }: ChangeRecordingInput & { callSid: string },
): Promise<Call> {
  const call = await getCall(ctx, callSid)
  const possible = callRecordingCan[status](call)
  if (!possible.possible) throw new ConflictError(possible.reason)
  // A call that was recorded before it had a room is recorded on the leg it began with.
  const callSids = [await recordedLegOf(ctx, call), call.callSid, call.parentCallSid]
  const running = await findRunningRecording(ctx, { callSids })
  if (!running) throw new ConflictError('This call is not being recorded.')
  const { recordingSid, callSid: leg } = running
  await ctx.twilio.updateRecording({ callSid: leg, recordingSid }, status).catch(throwIfEnded)
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    await tx.client.query({
      name: 'change-recording',
      text: `update twilio_recordings
                set paused_at = case $2 when 'paused' then $3::timestamptz end, updated_at = $3,
                    status = case when $2 = 'stopped' and status in ('in-progress', 'paused') then 'stopped' else status end
              where recording_sid = $1`,
      values: [recordingSid, status, at],
    })
    await recordAudit(ctx, tx, { action: actions[status], subject: leg, details: { recordingSid } })
  })
  await showRecording(ctx, { callSid: leg, recordingSid })
  return getCall(ctx, callSid)
}

function throwIfEnded(error: unknown): never {
  if (isOver(error)) throw new ConflictError('This recording has ended already.')
  throw error
}
