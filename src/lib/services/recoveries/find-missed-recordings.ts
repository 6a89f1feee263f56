import type { CoreContext } from '@/lib/context'
import { listSpan, rawWebhook, type Missed, type Span } from './missed'

const ended = new Set(['completed', 'absent', 'failed'])

/**
 * Finished recordings of our calls that Twilio has and we do not, and those of which we have not heard that they came to nothing; one that was heard of and deleted since has its fact. Served by
 * twilio_recordings.recording_sid, twilio_call_logs.call_sid and the primary key of facts.
 */
export async function findMissedRecordings(
  ctx: Pick<CoreContext, 'database' | 'twilio'>,
  span: Span,
): Promise<Missed[]> {
  const listed = await listSpan(span, ({ from, until, limit }) =>
    ctx.twilio.listRecordings({ createdAfter: from, createdBefore: until, limit }),
  )
  const finished = listed.filter(({ status }) => ended.has(status))
  if (finished.length === 0) return []
  const { rows } = await ctx.database.pool.query<{ sid: string }>({
    name: 'missed-recordings',
    text: `select sid from unnest($1::text[], $2::text[], $3::text[]) as listed (sid, call, word)
            where exists (select from twilio_call_logs where call_sid = call)
              and not exists (select from twilio_recordings where recording_sid = sid and status in ('completed', 'absent', 'failed'))
              and not exists (select from twilio_webhook_facts where event_key = sid || ':' || word)
              and (word = 'completed' or exists (select from twilio_recordings where recording_sid = sid))`,
    values: [
      finished.map((recording) => recording.recordingSid),
      finished.map((recording) => recording.callSid),
      finished.map((recording) => recording.status),
    ],
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
