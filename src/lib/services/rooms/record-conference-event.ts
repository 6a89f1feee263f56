import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { callEvent } from '@/lib/services/calls/call-event'
import { toCall } from '@/lib/services/calls/to-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { storable } from '@/lib/utils/storable'
import { showOnCall } from './show-on-call'

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
    await beginAnew(ctx, tx, report)
    const room = await changeRoom(ctx, tx, report)
    if (!room) return
    // How somebody was held and muted in a conference before says nothing of this one.
    const sequence = room.isCurrent ? report.sequence : -1
    if (report.callSid !== null) await changeParticipant(ctx, tx, { ...report, sequence })
    await ctx.jobs.enqueue(tx, 'settle-room', { roomId: report.roomId }, { key: `settle-room:${report.roomId}` })
    const call = await showOnCall(ctx, tx, report.roomId)
    await broadcast(tx.client, ctx.clock.now(), call ? [callEvent(toCall(call))] : [])
  })
}

/**
 * A conference ends when all have left it; whoever comes back opens another of the same name, whose events are numbered from its first.
 */
async function beginAnew(ctx: CoreContext, tx: Transaction, report: ConferenceReport) {
  if (report.event !== 'participant-join') return
  await tx.client.query({
    name: 'begin-room-anew',
    text: `with anew as (
             update twilio_conferences set conference_sid = $2, status = 'in-progress', started_at = $3, ended_at = null, updated_at = $4
              where id = $1 and conference_sid <> $2 and coalesce(ended_at, started_at) <= $3
             returning id)
           update twilio_conference_participants set said_at = -1 from anew where conference_id = anew.id`,
    values: [report.roomId, report.conferenceSid, report.at, ctx.clock.now()],
  })
}

/** Null: the conference is none of our rooms. `isCurrent`: no other of the same name has followed it. */
async function changeRoom(ctx: CoreContext, tx: Transaction, report: ConferenceReport) {
  const { rows } = await tx.client.query<{ isCurrent: boolean }>({
    name: 'room-happened',
    text: `update twilio_conferences
              set conference_sid = coalesce(conference_sid, $2), updated_at = $5,
                  status = case when coalesce(conference_sid, $2) <> $2 then status
                                when status = 'completed' or $3 = 'conference-end' then 'completed' else 'in-progress' end,
                  started_at = case when coalesce(conference_sid, $2) = $2 then least(started_at, $4) else started_at end,
                  ended_at = case when coalesce(conference_sid, $2) = $2 and $3 = 'conference-end' then least(ended_at, $4) else ended_at end
            where id = $1
            returning conference_sid = $2 as "isCurrent"`,
    values: [report.roomId, report.conferenceSid, report.event, report.at, ctx.clock.now()],
  })
  return rows[0] ?? null
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
