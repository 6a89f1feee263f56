import { errorSentence } from '@/lib/twilio/error-sentence'
import type { RecordingStatus } from '@/shared/recordings/recording-status-rank'
import type { Recording } from '@/shared/schemas/recording'

/** A row of twilio_recordings with its call, as `recordingColumns` and `recordingJoins` select it. */
export type RecordingRow = {
  id: string
  recording_sid: string
  call_sid: string | null
  conference_sid: string | null
  status: RecordingStatus
  source: string | null
  channels: number | null
  duration_seconds: number | null
  error_code: number | null
  began_at: Date
  file_status: Recording['file']['status']
  file_reason: string | null
  content_type: string | null
  /** bigint comes as text. */
  size_bytes: string | null
  direction: 'inbound' | 'outbound' | null
  from_number: string | null
  to_number: string | null
  contact_name: string | null
  started_by: string | null
  person_name: string | null
  flow_name: string | null
  notice: string | null
}

/** What a statement that calls the table `recording` selects for `toRecording`. */
export const recordingColumns = `recording.id, recording.recording_sid, recording.call_sid, recording.conference_sid,
  case when recording.status = 'in-progress' and recording.paused_at is not null then 'paused' else recording.status end as status,
  recording.source, recording.channels, recording.duration_seconds, recording.error_code,
  coalesce(recording.started_at, recording.created_at) as began_at, recording.file_status, recording.file_reason,
  recording.content_type, recording.size_bytes, call.direction, call.from_number, call.to_number, contact.name as contact_name,
  starter.actor as started_by, coalesce(recording.notice, call.recording_notice) as notice,
  -- People are few: both tables are read.
  coalesce((select name from users where 'operator:' || id = starter.actor),
           (select name from host_people where 'operator:' || id = starter.actor)) as person_name,
  (select flow.name from ivr_executions run join ivr_flows flow on flow.id = run.flow_id where run.call_sid = recording.call_sid) as flow_name`

/** Joins the call, the other party and who wanted it; by the unique indexes on twilio_call_logs.call_sid, contacts.phone_number and ivr_executions.call_sid. */
export const recordingJoins = `left join twilio_call_logs call on call.call_sid = recording.call_sid
  left join contacts contact
    on contact.phone_number = case call.direction when 'inbound' then call.from_number else call.to_number end
  left join lateral (
    select coalesce(recording.started_by, case when call.request -> 'record' = 'true' then call.created_by end) as actor) starter on true`

/** A recording as lists and answers show it. */
export function toRecording(row: RecordingRow): Recording {
  return {
    id: row.id,
    recordingSid: row.recording_sid,
    callSid: row.call_sid,
    conferenceSid: row.conference_sid,
    kind: kindOf(row),
    status: row.status,
    direction: row.direction,
    from: row.from_number,
    to: row.to_number,
    contactName: row.contact_name,
    channels: row.channels,
    durationSeconds: row.duration_seconds,
    startedAt: row.began_at.toISOString(),
    reason: reasonOf(row),
    notice: row.source === 'RecordVerb' ? null : row.notice,
    errorMessage: row.error_code === null ? null : errorSentence(row.error_code),
    file: {
      status: row.file_status,
      reason: row.file_reason,
      contentType: row.content_type,
      sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
    },
  }
}

function kindOf({ source, conference_sid }: RecordingRow): Recording['kind'] {
  if (source === 'RecordVerb') return 'voicemail'
  return conference_sid === null ? 'call' : 'conference'
}

function reasonOf({ source, started_by, person_name, flow_name }: RecordingRow): Recording['reason'] {
  if (source === 'RecordVerb') return { by: 'voicemail', name: null }
  if (started_by === 'rule') return { by: 'rule', name: null }
  if (started_by?.startsWith('operator:')) return { by: 'person', name: person_name }
  if (started_by !== null) return { by: 'program', name: null }
  return flow_name === null ? { by: 'other', name: null } : { by: 'flow', name: flow_name }
}

/** The same in SQL, for lists. */
export const kindConditions: Record<Recording['kind'], string> = {
  voicemail: `recording.source = 'RecordVerb'`,
  conference: `recording.source is distinct from 'RecordVerb' and recording.conference_sid is not null`,
  call: `recording.source is distinct from 'RecordVerb' and recording.conference_sid is null`,
}
