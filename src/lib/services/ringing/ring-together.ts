import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { AnswerSettings } from '@/lib/services/calls/answer-settings'
import type { CallReport } from '@/lib/services/calls/call-report'
import { ourNumberOf } from '@/lib/services/calls/our-number-of'
import { ringQuery, type RingStep } from '@/lib/services/calls/ring-step'
import { joinStep } from '@/lib/services/rooms/join-step'
import { openRoom } from '@/lib/services/rooms/open-room'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Destination } from './destination'

/** What it takes beyond the ringing: to place the legs, to hear who calls and to press the key. */
const leewayMilliseconds = 30_000

/**
 * The caller waits in a room, and all of them are rung into it: the first to press 1 has the call. All of it is written down before the
 * caller is told to wait; a job rings (`ringRoom`), and whatever becomes of the job, the room is looked at when its time is up. Asked
 * again for the same round, the caller comes into the same room.
 */
export async function ringTogether(
  ctx: Context,
  call: CallReport,
  settings: AnswerSettings,
  destinations: readonly Destination[],
  next: RingStep,
): Promise<VoiceStep> {
  const place = await ctx.database.transaction(async (tx) => {
    const { name, present } = await lockCall(tx, call, next)
    return present ?? open(ctx, tx, call, { settings, destinations, next, name })
  })
  return joinStep(ctx.config, place)
}

type Place = { roomId: string; participantId: string }

/** Twilio may ask twice at once: the second waits here, and what it reads then is what the first has written. By the unique index on call_sid. */
async function lockCall(tx: Transaction, call: CallReport, next: RingStep) {
  await tx.client.query({
    name: 'lock-ringing-call',
    text: 'select from twilio_call_logs where call_sid = $1 for update',
    values: [call.callSid],
  })
  const { rows } = await tx.client.query<{
    name: string | null
    room_id: string | null
    participant_id: string | null
  }>({
    name: 'room-of-ringing-call',
    text: `select contact.name, room.id as room_id, party.id as participant_id
             from twilio_call_logs call
             left join contacts contact on contact.phone_number = $2
             left join twilio_conferences room on room.id = call.room_id and room.ring->'next'->>'round' = $3
             left join twilio_conference_participants party on party.conference_id = room.id and party.role = 'party'
            where call.call_sid = $1`,
    values: [call.callSid, outsideOf(call), String(next.round)],
  })
  const [row] = rows
  const { room_id: roomId = null, participant_id: participantId = null } = row ?? {}
  const present: Place | null = roomId !== null && participantId !== null ? { roomId, participantId } : null
  return { name: row?.name ?? null, present }
}

async function open(
  ctx: Context,
  tx: Transaction,
  call: CallReport,
  ring: { settings: AnswerSettings; destinations: readonly Destination[]; next: RingStep; name: string | null },
): Promise<Place> {
  const now = ctx.clock.now()
  const { ringSeconds, whisperNeedsKey: needsKey } = ring.settings
  const { roomId, participantIds } = await openRoom(ctx, tx, {
    ourNumber: ourNumberOf(call),
    participants: [
      { role: 'party', callSid: call.callSid, phone: outsideOf(call), name: ring.name },
      ...ring.destinations.map(({ to, personId }) => {
        // A participant whom we call has the id of the call.
        const id = uuidV7(now)
        return { role: 'recruiter' as const, id, callId: id, phone: to, personId, competes: true }
      }),
    ],
  })
  await tx.client.query({
    name: 'begin-ringing',
    text: 'update twilio_conferences set ring = $2, rings_until = $3 where id = $1',
    values: [
      roomId,
      JSON.stringify({ next: ringQuery(ring.next), ringSeconds, needsKey }),
      new Date(now.getTime() + ringSeconds * 1000 + leewayMilliseconds),
    ],
  })
  await ctx.jobs.enqueue(tx, 'ring-room', { roomId }, { key: `ring-room:${roomId}` })
  const [participantId = ''] = participantIds
  return { roomId, participantId }
}

function outsideOf(call: CallReport) {
  return call.direction === 'inbound' ? call.from : call.to
}
