import type { CoreContext } from '@/lib/context'
import { listSpan, rawWebhook, type Missed, type Span } from './missed'

/**
 * Finished recordings of our calls that Twilio has and we do not; one that was heard of and deleted since has its fact. Served by
 * twilio_recordings.recording_sid, twilio_call_logs.call_sid and the primary key of facts.
 */
export async function findMissedRecordings(
  ctx: Pick<CoreContext, 'database' | 'twilio'>,
  span: Span,
): Promise<Missed[]> {
  const listed = await listSpan(span, ({ from, until, limit }) =>
    ctx.twilio.listRecordings({ createdAfter: from, createdBefore: until, limit }),
  )
  const finished = listed.filter((recording) => recording.status === 'completed')
  if (finished.length === 0) return []
  const { rows } = await ctx.database.pool.query<{ sid: string }>({
    name: 'missed-recordings',
    text: `select sid from unnest($1::text[], $2::text[]) as listed (sid, call)
            where exists (select from twilio_call_logs where call_sid = call)
              and not exists (select from twilio_recordings where recording_sid = sid and status = 'completed')
              and not exists (select from twilio_webhook_facts where event_key = sid || ':completed')`,
    values: [finished.map((recording) => recording.recordingSid), finished.map((recording) => recording.callSid)],
  })
  const missing = new Set(rows.map((row) => row.sid))
  return finished
    .filter((recording) => missing.has(recording.recordingSid))
    .map((recording) => {
      const raw = rawWebhook({
        RecordingSid: recording.recordingSid,
        CallSid: recording.callSid,
        ConferenceSid: recording.conferenceSid,
        RecordingStatus: recording.status,
        RecordingSource: recording.source,
        RecordingChannels: recording.channels,
        RecordingDuration: recording.durationSeconds,
        RecordingUrl: recording.mediaUrl,
        RecordingStartTime: recording.startedAt?.toUTCString() ?? null,
      })
      return { at: recording.createdAt, webhooks: [{ route: '/api/twilio/webhooks/recording', raw }] }
    })
}
