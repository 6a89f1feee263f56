import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { PhonePerson } from './find-phone-person'

/** A leg that a phone in a browser has opened: `address` is `client:…`. */
export type PhoneLeg = { callSid: string; address: string; person: PhonePerson }

/** As a participant of a room. */
export function participantOf({ callSid, address, person }: PhoneLeg) {
  return { role: 'recruiter' as const, callSid, phone: address, personId: person.id, name: person.name }
}

/**
 * The place that this leg has in a room already: Twilio asks again when an answer was late. Locks the leg, so that of two askings one waits
 * for what the other writes. By the index on call_sid.
 */
export async function findOwnPlace(
  tx: Pick<Transaction, 'client'>,
  { callSid }: PhoneLeg,
): Promise<{ roomId: string; participantId: string; callSid: string | null } | null> {
  await tx.client.query({
    name: 'lock-phone-leg',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`phone leg ${callSid}`],
  })
  const { rows } = await tx.client.query<{ id: string; conference_id: string; call_sid: string | null }>({
    name: 'find-own-place',
    text: `select mine.id, mine.conference_id, coalesce(party.call_sid, leg.call_sid) as call_sid
             from twilio_conference_participants mine
             left join twilio_conference_participants party on party.conference_id = mine.conference_id and party.role = 'party'
             left join twilio_call_logs leg on leg.id = party.call_id
            where mine.call_sid = $1 limit 1`,
    values: [callSid],
  })
  const [row] = rows
  return row ? { roomId: row.conference_id, participantId: row.id, callSid: row.call_sid } : null
}

/** Which of our numbers is shown: the one that was asked for, if it is ours and can call; else the main one. By the unique index on phone_number. */
export async function ownNumber(ctx: CoreContext, wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return ctx.config.twilio.phoneNumber
  const { rows } = await ctx.database.pool.query<{ phone_number: string }>({
    name: 'find-own-number',
    text: 'select phone_number from twilio_phone_numbers where phone_number = $1',
    values: [wanted],
  })
  return rows[0]?.phone_number ?? ctx.config.twilio.phoneNumber
}
