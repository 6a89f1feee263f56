import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { callEvent } from '@/lib/services/calls/call-event'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { storable } from '@/lib/utils/storable'

/** What one webhook says about a conference, and mostly about one leg in it. */
export type ConferenceReport = {
  conferenceSid: string
  /** FriendlyName: for our rooms the id of the row. */
  roomId: string | null
  event: string
  sequence: number
  /** ParticipantLabel: for our rooms the id of the row. */
  participantId: string | null
  callSid: string | null
  muted: boolean | null
  hold: boolean | null
  coaching: boolean | null
  at: Date
}

/**
 * Writes down what happened in a conference; of our rooms also who is in it, and a job that looks what the room needs. Late, twice or in any
 * order it comes to the same.
 */
export async function recordConferenceEvent(
  ctx: CoreContext,
  { eventKey, raw, ...report }: ConferenceReport & { eventKey: string; raw: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const kept = await tx.client.query({
      name: 'keep-conference-fact',
      text: `insert into twilio_webhook_facts (event_key, kind, raw, received_at) values ($1, 'conference', $2, $3)
             on conflict do nothing returning event_key`,
      values: [eventKey, storable(raw), ctx.clock.now()],
    })
    if (kept.rowCount === 0 || report.roomId === null) return
    if (!(await changeRoom(ctx, tx, report))) return
    if (report.callSid !== null) await changeParticipant(ctx, tx, report)
    await ctx.jobs.enqueue(tx, 'settle-room', { roomId: report.roomId }, { key: `settle-room:${report.roomId}` })
    const call = await showOnCall(ctx, tx, report.roomId)
    await broadcast(tx.client, ctx.clock.now(), call ? [callEvent(toCall(call))] : [])
  })
}

/** False: the conference is none of our rooms. */
async function changeRoom(ctx: CoreContext, tx: Transaction, report: ConferenceReport) {
  const { rowCount } = await tx.client.query({
    name: 'room-happened',
    text: `update twilio_conferences
              set conference_sid = coalesce(conference_sid, $2), updated_at = $5,
                  status = case when status = 'completed' or $3 = 'conference-end' then 'completed' else 'in-progress' end,
                  started_at = least(started_at, $4), ended_at = case when $3 = 'conference-end' then least(ended_at, $4) else ended_at end
            where id = $1`,
    values: [report.roomId, report.conferenceSid, report.event, report.at, ctx.clock.now()],
  })
  return rowCount === 1
}

/** Joining and leaving are first known values; hold, mute and coaching are the latest said. */
async function changeParticipant(ctx: CoreContext, tx: Transaction, report: ConferenceReport) {
  await tx.client.query({
    name: 'participant-happened',
    text: `update twilio_conference_participants
              set call_sid = coalesce(call_sid, $3), updated_at = $9,
                  joined_at = case when $4 = 'participant-join' then least(joined_at, $5) else joined_at end,
                  left_at = case when $4 = 'participant-leave' then least(left_at, $5) else left_at end,
                  status = case when left_at is not null or $4 = 'participant-leave' then 'complete' else 'connected' end,
                  muted = case when $10 > said_at then coalesce($6, muted) else muted end,
                  hold = case when $10 > said_at then coalesce($7, hold) else hold end,
                  coaching = case when $10 > said_at then coalesce($8, coaching) else coaching end,
                  said_at = greatest(said_at, $10)
            where conference_id = $1 and (id = $2 or call_sid = $3)`,
    values: [
      report.roomId,
      report.participantId,
      report.callSid,
      report.event,
      report.at,
      report.muted,
      report.hold,
      report.coaching,
      ctx.clock.now(),
      report.sequence,
    ],
  })
}

/** The other party's call shows whether they wait and whether ours are muted; the row, if that changed. By twilio_call_logs_room. */
async function showOnCall(ctx: CoreContext, tx: Transaction, roomId: string): Promise<CallRow | undefined> {
  const { rows } = await tx.client.query<CallRow>({
    name: 'room-on-call',
    text: `with present as (
             select bool_or(hold) filter (where role = 'party') as held, bool_or(muted) filter (where role = 'recruiter') as muted
               from twilio_conference_participants where conference_id = $1 and left_at is null),
           call as (
             update twilio_call_logs log set held = coalesce(present.held, false), muted = coalesce(present.muted, false), updated_at = $2
               from present
              where log.room_id = $1
                and log.call_sid = (select call_sid from twilio_conference_participants where conference_id = $1 and role = 'party' limit 1)
                and (log.held, log.muted) is distinct from (coalesce(present.held, false), coalesce(present.muted, false))
             returning log.*)
           select ${callColumns} from call ${callContactJoin}`,
    values: [roomId, ctx.clock.now()],
  })
  return rows[0]
}
