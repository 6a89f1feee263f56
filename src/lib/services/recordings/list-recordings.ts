import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListRecordingsQuery } from '@/shared/schemas/recording'
import { kindConditions, recordingColumns, recordingJoins, toRecording, type RecordingRow } from './to-recording'

/** When it began; until Twilio says, when we heard of it. */
const beganAt = 'coalesce(recording.started_at, recording.created_at)'

/**
 * Recordings, newest first, without those that were deleted. All of them walk twilio_recordings_began, and so does a part of a number; those of a
 * call, a number or a name are found by twilio_recordings_call, after the calls themselves.
 */
export async function listRecordings(ctx: Pick<CoreContext, 'database'>, query: ListRecordingsQuery) {
  const syncCursor = await currentCursor(ctx)
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions = ['recording.deleted_at is null']
  if (query.cursor) {
    const { at, id } = decodeCursor(query.cursor)
    conditions.push(`(${beganAt}, recording.id) < (${parameter(at)}, ${parameter(id)})`)
  }
  if (query.kind) conditions.push(kindConditions[query.kind])
  if (query.q && !hasLetter(query.q)) {
    const digits = parameter(`%${query.q.replaceAll(/\D/g, '')}%`)
    conditions.push(`case call.direction when 'inbound' then call.from_number else call.to_number end like ${digits}`)
  }
  if (query.status) conditions.push(`recording.status = ${parameter(query.status)}`)
  if (query.from) conditions.push(`${beganAt} >= ${parameter(query.from)}`)
  if (query.to) conditions.push(`${beganAt} < ${parameter(query.to)}`)
  const limit = parameter(query.limit + 1)
  const result = await ctx.database.pool.query<RecordingRow>(
    `select ${recordingColumns} from ${sourceOf(query, parameter)} recording ${recordingJoins}
     where ${conditions.join(' and ')} order by ${beganAt} desc, recording.id desc limit ${limit}`,
    values,
  )
  return {
    ...pageOfRows(result.rows, query.limit, toRecording, (row) => ({ at: row.began_at, id: row.id })),
    syncCursor,
  }
}

/** Those of some calls are few: left to statistics, PostgreSQL might walk all recordings for their newest. */
function sourceOf(query: ListRecordingsQuery, parameter: (value: unknown) => string): string {
  const calls: string[] = []
  if (query.callSid) {
    const sid = parameter(query.callSid)
    calls.push(`select call_sid from twilio_call_logs where call_sid = ${sid} or parent_call_sid = ${sid}`)
  }
  if (query.phoneNumber) {
    const number = parameter(query.phoneNumber)
    calls.push(`select call_sid from twilio_call_logs where from_number = ${number}
                union select call_sid from twilio_call_logs where to_number = ${number}`)
  }
  if (query.q && hasLetter(query.q)) {
    const text = parameter(`%${query.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
    const people = `array(select phone_number from contacts where name ilike ${text})`
    calls.push(`select call_sid from twilio_call_logs where from_number = any(${people})
                union select call_sid from twilio_call_logs where to_number = any(${people})`)
  }
  if (calls.length === 0) return 'twilio_recordings'
  const conditions = calls.map((of) => `call_sid = any(array(${of}))`)
  return `(select * from twilio_recordings where ${conditions.join(' and ')} offset 0)`
}

/** A name, and no number however it is written. */
function hasLetter(text: string) {
  return /\p{L}/u.test(text)
}
