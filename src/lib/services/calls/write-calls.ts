import type pg from 'pg'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { callStatusRank, isTerminalCallStatus, type CallStatus } from '@/shared/calls/call-status-rank'
import type { LiveEventType, NewLiveEvent } from '@/shared/schemas/live-event'
import type { CallState } from './call-report'
import { deriveCall, newCall } from './derive-call'
import { callColumns, callContactJoin, toCall, untouched, type CallRow, type DeskRow } from './to-call'
import type { VoiceReport } from './voice-report'

type ReadCalls = { calls: CallRow[]; names: Map<string, string> }

/**
 * The calls that reports speak of, locked, by twilio_call_logs.call_sid or its primary key (our own attempts), and the names of both
 * parties, by contacts.phone_number.
 */
export async function readCalls(client: pg.ClientBase, reports: VoiceReport[]): Promise<ReadCalls> {
  const sids = reports.flatMap((report) => [report.call?.callSid ?? [], report.callInProgress?.callSid ?? []].flat())
  if (sids.length === 0) return { calls: [], names: new Map() }
  const attempts = reports.flatMap((report) => report.call?.attemptId ?? [])
  const [calls, names] = await Promise.all([
    client.query<CallRow>({
      name: 'read-calls',
      text: `select ${callColumns} from twilio_call_logs call ${callContactJoin}
              where call.call_sid = any($1) or (call.id = any($2) and call.call_sid is null)
              order by call.id for update of call`,
      values: [[...new Set(sids)], attempts],
    }),
    client.query<{ phone_number: string; name: string }>({
      name: 'read-party-names',
      text: 'select phone_number, name from contacts where phone_number = any($1)',
      values: [[...new Set(reports.flatMap((report) => (report.call ? [report.call.from, report.call.to] : [])))]],
    }),
  ])
  return { calls: calls.rows, names: new Map(names.rows.map((row) => [row.phone_number, row.name])) }
}

/** The calls that the reports change, as they are afterwards, and what the screens must know of it. */
export function changeCalls(reports: VoiceReport[], read: ReadCalls) {
  const before = new Map(read.calls.map((row) => [row.id, row]))
  const calls = applyReports(reports, read.calls.map(toState))
  const changed = calls.filter((call) => differs(call, before.get(call.id)))
  const events = changed.flatMap((call): NewLiveEvent[] => {
    const row = before.get(call.id)
    if (row?.status === call.status && row.call_sid === call.callSid) return []
    const name = read.names.get(call.direction === 'inbound' ? call.from : call.to) ?? row?.contact_name ?? null
    return [{ type: eventTypeOf(call.status), data: { call: toCall({ ...toRow(call, name), ...deskOf(row) }) } }]
  })
  return { changed, events }
}

function applyReports(reports: VoiceReport[], known: CallState[]) {
  const bySid = new Map(known.flatMap((call): [string, CallState][] => (call.callSid ? [[call.callSid, call]] : [])))
  const attempts = new Map(known.filter((call) => !call.callSid).map((call) => [call.id, call]))
  for (const { call: report, receivedAt } of reports) {
    if (!report) continue
    const call = bySid.get(report.callSid) ?? attempts.get(report.attemptId ?? '')
    bySid.set(report.callSid, call ? deriveCall(call, report) : newCall(report, uuidV7(receivedAt)))
  }
  // After all reports, so that a leg and the call it belongs to may come in one batch in any order.
  for (const { callInProgress } of reports) {
    const call = callInProgress && bySid.get(callInProgress.callSid)
    if (call) bySid.set(callInProgress.callSid, deriveCall(call, inProgress(call, callInProgress)))
  }
  return [...bySid.values()]
}

function inProgress(call: CallState, proof: { callSid: string; at: Date }) {
  return { ...call, ...proof, status: 'in-progress' as const, durationSeconds: null, attemptId: null }
}

function eventTypeOf(status: CallStatus): Extract<LiveEventType, `call.${string}`> {
  if (isTerminalCallStatus(status)) return 'call.ended'
  if (status === 'in-progress') return 'call.answered'
  return status === 'ringing' ? 'call.ringing' : 'call.queued'
}

/** What people of ours did with it stays as it is. */
function deskOf(row: CallRow | undefined): DeskRow {
  if (!row) return untouched
  const {
    room_id,
    held,
    muted,
    consulting,
    recording,
    disposition,
    notes,
    handled_by,
    handler_name,
    retry_of,
    missed,
  } = row
  return { room_id, held, muted, consulting, recording, disposition, notes, handled_by, handler_name, retry_of, missed }
}

function differs(call: CallState, row: CallRow | undefined) {
  return !row || JSON.stringify(toRow(call, null)) !== JSON.stringify(toRow(toState(row), null))
}

/** Writes calls as they now are, by their primary key. */
export async function upsertCalls(client: pg.ClientBase, at: Date, calls: CallState[]) {
  if (calls.length === 0) return
  await client.query({
    name: 'upsert-calls',
    text: `insert into twilio_call_logs as call (id, call_sid, parent_call_sid, direction, status, status_rank, from_number, to_number,
             answered_by, error_code, started_at, answered_at, ended_at, duration_seconds, created_at, updated_at)
           select *, $15, $15 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::text[],
             $8::text[], $9::text[], $10::integer[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::integer[])
           on conflict (id) do update set
             call_sid = excluded.call_sid, parent_call_sid = excluded.parent_call_sid, status = excluded.status,
             status_rank = excluded.status_rank, answered_by = excluded.answered_by, error_code = excluded.error_code,
             started_at = excluded.started_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
             duration_seconds = excluded.duration_seconds, unknown_since = null, updated_at = excluded.updated_at`,
    values: [
      calls.map((call) => call.id),
      calls.map((call) => call.callSid),
      calls.map((call) => call.parentCallSid),
      calls.map((call) => call.direction),
      calls.map((call) => call.status),
      calls.map((call) => callStatusRank[call.status]),
      calls.map((call) => call.from),
      calls.map((call) => call.to),
      calls.map((call) => call.answeredBy),
      calls.map((call) => call.errorCode),
      calls.map((call) => call.startedAt.toISOString()),
      calls.map((call) => call.answeredAt?.toISOString() ?? null),
      calls.map((call) => call.endedAt?.toISOString() ?? null),
      calls.map((call) => call.durationSeconds),
      at,
    ],
  })
}

function toState(row: CallRow): CallState {
  return {
    id: row.id,
    callSid: row.call_sid,
    parentCallSid: row.parent_call_sid,
    direction: row.direction,
    status: row.status,
    from: row.from_number,
    to: row.to_number,
    answeredBy: row.answered_by,
    errorCode: row.error_code,
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
  }
}

function toRow(call: CallState, contactName: string | null): CallRow {
  return {
    id: call.id,
    call_sid: call.callSid,
    parent_call_sid: call.parentCallSid,
    direction: call.direction,
    status: call.status,
    from_number: call.from,
    to_number: call.to,
    answered_by: call.answeredBy,
    error_code: call.errorCode,
    started_at: call.startedAt,
    answered_at: call.answeredAt,
    ended_at: call.endedAt,
    duration_seconds: call.durationSeconds,
    unknown_since: null,
    contact_name: contactName,
    ...untouched,
  }
}
