import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Participant } from './room'

export type NewParticipant = Pick<Participant, 'role' | 'phone'> &
  Partial<Pick<Participant, 'id' | 'callId' | 'callSid' | 'personId' | 'name' | 'competes' | 'lifted' | 'wantsHold'>>

/** Writes a room for a call down, in the caller's transaction; Twilio makes the conference when the first leg comes. */
export async function openRoom(
  ctx: Pick<CoreContext, 'clock' | 'actor'>,
  tx: Pick<Transaction, 'client'>,
  { ourNumber, participants }: { ourNumber: string; participants: readonly NewParticipant[] },
): Promise<{ roomId: string; participantIds: string[] }> {
  const at = ctx.clock.now()
  const roomId = uuidV7(at)
  await tx.client.query({
    name: 'open-room',
    text: `insert into twilio_conferences (id, kind, our_number, status, created_by, created_at, updated_at)
           values ($1, 'call', $2, 'init', $3, $4, $4)`,
    values: [roomId, ourNumber, actorName(ctx.actor), at],
  })
  const participantIds: string[] = []
  for (const participant of participants) participantIds.push(await addParticipant(ctx, tx, { roomId, ...participant }))
  return { roomId, participantIds }
}

/** Writes down that somebody is to come into a room; their leg, if it is known, belongs to the room from now on. */
export async function addParticipant(
  ctx: Pick<CoreContext, 'clock'>,
  tx: Pick<Transaction, 'client'>,
  input: NewParticipant & { roomId: string },
): Promise<string> {
  const at = ctx.clock.now()
  const id = input.id ?? uuidV7(at)
  const values = [
    id,
    input.roomId,
    input.callId ?? null,
    input.callSid ?? null,
    input.role,
    input.personId ?? null,
    input.phone,
    input.name ?? null,
    input.competes ?? false,
    input.wantsHold ?? null,
    at,
    input.lifted ?? false,
  ]
  await tx.client.query({
    name: 'add-participant',
    text: `with added as (
             insert into twilio_conference_participants (id, conference_id, call_id, call_sid, role, person_id, phone, name, status, competes,
               wants_hold, created_at, updated_at, lifted)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10, $11, $11, $12))
           update twilio_call_logs set room_id = $2, updated_at = $11 where call_sid = $4`,
    values,
  })
  return id
}
