import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall, getCall } from '@/lib/services/calls/find-call'
import { findPersonOfPhone } from '@/lib/services/people/find-person-of-phone'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { liftCall } from './lift-call'
import { addParticipant } from './open-room'
import { ringConsulted } from './ring-consulted'
import { partyOf } from './room'
import { settleRoom } from './settle-room'
import { want } from './want'

/**
 * Begins a warm transfer: the other party hears music while a third person is rung, who presses 1 and talks with our person first. All of it is
 * written down before anything is asked of Twilio, so `settleRoom` does what was not done. It ends by `completeConsultation`, by `cancelConsultation`, or by itself when somebody goes (see `endConsultation`).
 */
export async function consult(ctx: CoreContext, { callSid, to }: { callSid: string; to: string }): Promise<Call> {
  const { room } = await liftCall(ctx, { callSid })
  const party = partyOf(room)
  if (!party?.callSid) throw new ConflictError('Nobody is connected with this caller yet.')
  if (room.participants.some(({ phone, status }) => phone === to && status !== 'complete' && status !== 'failed'))
    throw new ConflictError('They are in this call already.')
  const partySid = party.callSid
  const personId = await findPersonOfPhone(ctx, to)
  const third = { id: uuidV7(ctx.clock.now()), phone: to, personId }
  await ctx.database.transaction(async (tx) => {
    await want(ctx, tx, { roomId: room.id, role: 'party', hold: true })
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'begin-consultation',
      text: `update twilio_call_logs log set updated_at = $3,
                    consulting = coalesce((select name from users where id::text = $4), (select name from host_people where id = $4),
                      (select name from contacts where phone_number = $2), $2)
              where call_sid = $1 and consulting is null returning id`,
      values: [partySid, to, ctx.clock.now(), personId],
    })
    const [changed] = rows
    if (!changed) throw new ConflictError('Somebody is being consulted already.')
    await addParticipant(ctx, tx, { ...third, roomId: room.id, role: 'consulted', callId: third.id })
    await recordAudit(ctx, tx, { action: 'call.consult', subject: callSid, details: { to } })
    const call = await findCall(tx.client, { id: changed.id })
    await broadcast(tx.client, ctx.clock.now(), call ? [callEvent(call)] : [])
  })
  try {
    await ringConsulted(ctx, room, third)
  } finally {
    await settleRoom(ctx, { roomId: room.id })
  }
  return getCall(ctx, callSid)
}
