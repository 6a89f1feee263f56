import type { Context } from '@/lib/context'
import { recordVoice } from '@/lib/services/calls/record-voice'
import type { TwilioRecording } from '@/lib/twilio/port'
import { showRecording } from './show-recording'
import type { RecordingStart } from './start-recording'

/**
 * Writes down a recording that Twilio has begun for us, and why. It goes the way of Twilio's own reports, which may have come before it, and
 * keeps their order.
 */
export async function noteRecording(ctx: Context, recording: TwilioRecording, start: RecordingStart) {
  const { recordingSid, source, channels, startedAt } = recording
  await recordVoice(ctx, {
    eventKey: `${recordingSid}:begun`,
    kind: 'recording',
    raw: '',
    recording: {
      recordingSid,
      callSid: start.callSid,
      conferenceSid: null,
      status: 'in-progress',
      source,
      channels,
      durationSeconds: null,
      mediaUrl: null,
      errorCode: null,
      startedAt,
    },
  })
  await ctx.database.pool.query({
    name: 'note-why-recorded',
    text: `update twilio_recordings set started_by = $2, rule_id = $3, notice = $4 where recording_sid = $1`,
    values: [recordingSid, start.startedBy, start.ruleId, start.notice],
  })
  await showRecording(ctx, { callSid: start.callSid, recordingSid })
}
