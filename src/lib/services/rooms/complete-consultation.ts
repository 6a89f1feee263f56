import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { release } from './release'
import { findRoom } from './room'
import { settleRoom } from './settle-room'

/** Our person goes; the other party and the third person talk. Not before that one is there: nobody is handed over to a ringing phone. */
export async function completeConsultation(ctx: CoreContext, { callSid }: { callSid: string }): Promise<Call> {
  const { roomId } = await getCall(ctx, callSid)
  const room = roomId === null ? null : await findRoom(ctx.database.pool, roomId)
  const third = room?.participants.find(({ role, status }) => role === 'consulted' && status === 'connected')
  if (!room || !third) throw new ConflictError('The person you want to hand over to is not on the line yet.')
  await ctx.database.transaction(async (tx) => {
    await recordAudit(ctx, tx, { action: 'call.transfer', subject: callSid, details: { transferTo: third.phone } })
    // From now on the third person is who talks with them.
    await tx.client.query({
      name: 'hand-over',
      text: `update twilio_conference_participants
                set role = case role when 'consulted' then 'recruiter' else 'consulted' end, updated_at = $3
              where conference_id = $1 and (id = $2 or role = 'recruiter')`,
      values: [room.id, third.id, ctx.clock.now()],
    })
  })
  await release(ctx, room, ({ role }) => role === 'recruiter')
  await settleRoom(ctx, { roomId: room.id })
  return getCall(ctx, callSid)
}
