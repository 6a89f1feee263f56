import type pg from 'pg'
import type { VoiceReport } from '@/lib/services/calls/voice-report'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { deriveRecording } from './derive-recording'
import type { RecordingState } from './recording-report'

/** The recordings that reports speak of, locked, by twilio_recordings.recording_sid. */
export async function readRecordings(client: pg.ClientBase, reports: VoiceReport[]): Promise<RecordingState[]> {
  const sids = [...new Set(reports.flatMap((report) => report.recording?.recordingSid ?? []))]
  if (sids.length === 0) return []
  const { rows } = await client.query<RecordingState>({
    name: 'read-recordings',
    text: `select id, recording_sid as "recordingSid", call_sid as "callSid", conference_sid as "conferenceSid", status, source, channels,
                  duration_seconds as "durationSeconds", media_url as "mediaUrl", error_code as "errorCode", started_at as "startedAt"
             from twilio_recordings where recording_sid = any($1) order by recording_sid for update`,
    values: [sids],
  })
  return rows
}

/** The recordings that the reports change, as they are afterwards; the screens are told of each step, and once that one is complete. */
export function changeRecordings(reports: VoiceReport[], known: RecordingState[]) {
  const recordings = new Map(known.map((recording) => [recording.recordingSid, recording]))
  for (const { recording: report, receivedAt } of reports) {
    if (!report) continue
    const recording = recordings.get(report.recordingSid)
    recordings.set(report.recordingSid, deriveRecording(recording ?? { ...report, id: uuidV7(receivedAt) }, report))
  }
  const before = new Map(known.map((recording) => [recording.recordingSid, recording]))
  const changed = [...recordings.values()].filter(
    (recording) => JSON.stringify(recording) !== JSON.stringify(before.get(recording.recordingSid)),
  )
  const events = changed
    .filter(({ status, recordingSid }) => status !== before.get(recordingSid)?.status)
    .map(({ recordingSid, callSid, status, durationSeconds }): NewLiveEvent => {
      return status === 'completed'
        ? { type: 'recording.completed', data: { recordingSid, callSid, durationSeconds } }
        : { type: 'recording.changed', data: { recordingSid, callSid } }
    })
  return { changed, events }
}

/** Writes recordings as they now are, by their primary key. */
export async function upsertRecordings(client: pg.ClientBase, at: Date, recordings: RecordingState[]) {
  if (recordings.length === 0) return
  await client.query({
    name: 'upsert-recordings',
    text: `insert into twilio_recordings as recording (id, recording_sid, call_sid, conference_sid, status, source, channels,
             duration_seconds, media_url, error_code, started_at, created_at, updated_at)
           select *, $12, $12 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[],
             $8::integer[], $9::text[], $10::integer[], $11::timestamptz[])
           on conflict (id) do update set
             call_sid = excluded.call_sid, conference_sid = excluded.conference_sid, status = excluded.status, source = excluded.source,
             channels = excluded.channels, duration_seconds = excluded.duration_seconds, media_url = excluded.media_url,
             error_code = excluded.error_code, started_at = excluded.started_at, updated_at = excluded.updated_at`,
    values: [
      recordings.map((recording) => recording.id),
      recordings.map((recording) => recording.recordingSid),
      recordings.map((recording) => recording.callSid),
      recordings.map((recording) => recording.conferenceSid),
      recordings.map((recording) => recording.status),
      recordings.map((recording) => recording.source),
      recordings.map((recording) => recording.channels),
      recordings.map((recording) => recording.durationSeconds),
      recordings.map((recording) => recording.mediaUrl),
      recordings.map((recording) => recording.errorCode),
      recordings.map((recording) => recording.startedAt?.toISOString() ?? null),
      at,
    ],
  })
}
