import type { CoreContext } from '@/lib/context'
import { actionSentence } from '@/lib/services/calls/action-sentence'
import { getCall } from '@/lib/services/calls/find-call'
import { recordingSentence } from '@/lib/services/recordings/recording-sentence'
import type { CallTimelineEntry } from '@/shared/schemas/call'

type Line = { at: Date; call_sid: string; kind: CallTimelineEntry['kind']; word: string | null; detail: string | null }

/**
 * What happened in a call and in the legs beside it, oldest first: our request, what Twilio reported, what people did, recordings. For a call
 * to us Twilio reports only its end, so its beginning and its answer come from the row, as does
 * an end whose report was lost. Served by twilio_call_logs_children, twilio_webhook_facts_call, twilio_call_statuses' primary key, audit_log_subject and twilio_recordings_call.
 */
export async function listCallTimeline(ctx: Pick<CoreContext, 'database'>, { callSid }: { callSid: string }) {
  const call = await getCall(ctx, callSid)
  const rootSid = call.parentCallSid ?? callSid
  const result = await ctx.database.pool.query<Line>({
    name: 'call-timeline',
    text: `with leg as (
             select * from twilio_call_logs where call_sid = $1 or parent_call_sid = $1),
           phone as (
             -- People are few: both tables are read.
             select id::text as person_id, name, phone_number from users
             union all
             select id, name, phone_number from host_people where id not in (select id::text from users)),
           who as (
             select call_sid, coalesce((select name from phone where 'client:' || person_id = to_number or phone_number = to_number limit 1),
                                       (select name from contacts where phone_number = to_number), to_number) as it
               from leg where parent_call_sid is not null)
           select created_at as at, call_sid, 'requested' as kind,
                  coalesce((select name from phone where 'operator:' || person_id = created_by limit 1), '') as word, to_number as detail
             from leg where created_by is not null and parent_call_sid is null
           union all
           select started_at, call_sid, 'requested', null, from_number
             from leg where created_by is null and parent_call_sid is null
           union all
           select greatest(answered_at, started_at), call_sid, 'status', 'CallStatus=in-progress', null
             from leg where direction = 'inbound' and parent_call_sid is null and answered_at is not null
           union all
           select started_at, coalesce(call_sid, parent_call_sid), 'leg', to_number,
                  (select name from phone where 'client:' || person_id = to_number or phone_number = to_number limit 1)
             from leg where parent_call_sid is not null
           union all
           select fact.received_at, leg.call_sid, 'status', fact.raw, who.it
             from leg left join who on who.call_sid = leg.call_sid join twilio_webhook_facts fact on left(fact.event_key, 34) = leg.call_sid and fact.kind = 'call-status'
           union all
           select step.at, leg.call_sid, 'status', 'CallStatus=' || step.status, who.it
             from leg left join who on who.call_sid = leg.call_sid join twilio_call_statuses step on step.call_sid = leg.call_sid
           union all
           select ended_at, leg.call_sid, 'status', 'CallStatus=' || status, who.it
             from leg left join who on who.call_sid = leg.call_sid
            where ended_at is not null and leg.call_sid is not null
              and not exists (select from twilio_webhook_facts where event_key = leg.call_sid || ':' || leg.status)
              and not exists (select from twilio_call_statuses step where step.call_sid = leg.call_sid and step.status = leg.status)
           union all
           select entry.at, leg.call_sid, 'action', entry.action,
                  coalesce((select name from phone where person_id = entry.details ->> 'personId' limit 1),
                    (select name || ', ' from phone where phone_number = number_of.it limit 1) || number_of.it,
                    (select name || ', ' from contacts where phone_number = number_of.it) || number_of.it,
                    number_of.it, entry.details ->> 'greeting', entry.details ->> 'disposition')
             from leg join audit_log entry on entry.subject = leg.call_sid and entry.action <> 'call.lift'
                  cross join lateral (select coalesce(entry.details ->> 'transferTo', entry.details ->> 'to') as it) number_of
           union all
           select coalesce(recording.started_at, recording.created_at), leg.call_sid, 'recording',
                  case when recording.source = 'RecordVerb' then 'voicemail:' else 'call:' end
                    || case when recording.deleted_at is null then recording.status else 'deleted' end,
                  recording.duration_seconds::text
             from leg join twilio_recordings recording on recording.call_sid = leg.call_sid
           union all
           select missed.due_at, leg.call_sid, 'missed', missed.status, missed.reason
             from leg join missed_call_texts missed on missed.call_id = leg.id where missed.status <> 'pending'
           union all
           select retry.due_at, leg.call_sid, 'retry', retry.status, retry.reason
             from leg join call_retries retry on retry.retry_of = leg.id where retry.status <> 'placed'
           union all
           select leg.created_at, leg.call_sid, 'retry', 'tries-again', null from leg where retry_of is not null
           order by at, kind`,
    values: [rootSid],
  })
  const told = result.rows.filter((line) => !isSaidAlready(line))
  return { items: told.map((line) => toEntry(line)), nextCursor: null }
}

function toEntry(line: Line): CallTimelineEntry {
  return { at: line.at.toISOString(), callSid: line.call_sid, kind: line.kind, text: sentence(line) }
}

/** That a leg is being rung is a line of its own. */
function isSaidAlready({ kind, word, detail }: Line) {
  return kind === 'status' && detail !== null && ['queued', 'initiated', 'ringing'].includes(statusOf(word))
}

function statusOf(raw: string | null) {
  return new URLSearchParams(raw ?? '').get('CallStatus') ?? ''
}

/** Of somebody who was rung for the call. */
const legSentences: Record<string, string> = {
  'in-progress': 'picked up',
  completed: 'is off the line',
  busy: 'was busy',
  'no-answer': 'did not answer',
  canceled: 'was not rung any more',
  failed: 'could not be connected',
}

const statusSentences: Record<string, string> = {
  queued: 'Waiting to be placed',
  initiated: 'Dialling',
  ringing: 'Ringing',
  'in-progress': 'Answered',
  completed: 'Ended',
  busy: 'Busy',
  'no-answer': 'Nobody answered',
  canceled: 'Canceled before it was answered',
  failed: 'Could not be connected',
}

function sentence({ kind, word, detail }: Line): string {
  switch (kind) {
    case 'requested':
      if (word === null) return `Call from ${detail ?? 'a number'}`
      return `Call to ${detail ?? 'a number'} requested${word === '' ? '' : ` by ${word}`}`
    case 'leg':
      return ringingSentence(word ?? '', detail)
    case 'status': {
      const status = statusOf(word)
      const ofLeg = detail === null ? undefined : legSentences[status]
      if (ofLeg !== undefined) return `${detail ?? ''} ${ofLeg}`
      return statusSentences[status] ?? `Twilio reported ${status || 'an event'}`
    }
    case 'action':
      return actionSentence(word, detail)
    case 'missed':
      return missedSentence(word, detail)
    case 'retry':
      return retrySentence(word, detail)
    case 'recording':
      return recordingSentence(word, detail)
  }
}

function ringingSentence(to: string, name: string | null) {
  if (to.startsWith('client:')) return `Ringing ${name ?? 'somebody'} in the browser`
  return name === null ? `Ringing ${to}` : `Ringing ${name}, ${to}`
}

function retrySentence(status: string | null, reason: string | null) {
  if (status === 'tries-again') return 'Placed again: the call before reached nobody'
  if (status === 'planned' || status === 'placing') return `Will be tried again${reason === null ? '' : `. ${reason}`}`
  return `Not tried again. ${reason ?? ''}`.trim()
}

function missedSentence(status: string | null, reason: string | null) {
  if (status === 'sent') return 'Texted back: they had reached nobody'
  return status === 'held' ? `A text to the missed caller waits. ${reason}` : `The missed caller got no text. ${reason}`
}
