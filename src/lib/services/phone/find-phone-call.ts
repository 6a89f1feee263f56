import type pg from 'pg'
import type { BrowserPhoneCall } from '@/shared/schemas/phone'
import { phoneOf } from './find-phone-person'

type Row = {
  status: BrowserPhoneCall['status']
  call_sid: string | null
  them: string
  room: string | null
}

/** Of the calls a person was in lately, so many are looked at: the one that goes on is the newest, or nearly. */
const lately = 5

/**
 * The call that a person's phone in a browser belongs to, connected or lost with its page, else one that rings for it; null when there is
 * none. One that was handed over is another's. By twilio_conference_participants_person, and for legs twilio_call_logs_to.
 */
export async function findPhoneCall(
  queryable: Pick<pg.ClientBase, 'query'>,
  personId: string,
): Promise<BrowserPhoneCall | null> {
  const { rows } = await queryable.query<Row>({
    name: 'find-phone-call',
    text: `with mine as (
             select id, conference_id, created_at, joined_at is not null or not competes as is_in from twilio_conference_participants
              where person_id = $1 and phone = $2 and not leaves
              order by created_at desc limit $3),
           found as (
             select 1 as rank, 'talking' as status, leg.call_sid, party.phone as them, room.id as room, mine.created_at
               from mine
               join twilio_conferences room on room.id = mine.conference_id and room.kind = 'call'
               join twilio_conference_participants party
                 on party.conference_id = room.id and party.role = 'party' and party.left_at is null
               join twilio_call_logs leg
                 on leg.ended_at is null and (leg.id = party.call_id or (party.call_id is null and leg.call_sid = party.call_sid))
              where mine.is_in or room.taken_by = mine.id
             union all
             select 2, 'ringing', call.call_sid, case call.direction when 'inbound' then call.from_number else call.to_number end, null,
                    leg.created_at
               from twilio_call_logs leg join twilio_call_logs call on call.call_sid = leg.parent_call_sid
              where leg.to_number = $2 and leg.status in ('queued', 'ringing') and leg.ended_at is null and call.ended_at is null)
           select * from found order by rank, created_at desc limit 1`,
    values: [personId, phoneOf(personId), lately],
  })
  const [row] = rows
  if (!row) return null
  const { status, call_sid: callSid, them, room } = row
  return { status, callSid, them, room, pickup: status === 'ringing' ? callSid : null }
}
