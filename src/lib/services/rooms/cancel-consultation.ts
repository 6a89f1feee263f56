import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { release } from './release'
import { findRoom } from './room'
import { settleRoom } from './settle-room'

/** The third person goes, or stops ringing; the other party comes back to ours. */
export async function cancelConsultation(ctx: CoreContext, { callSid }: { callSid: string }): Promise<Call> {
  const { roomId } = await getCall(ctx, callSid)
  const room = roomId === null ? null : await findRoom(ctx.database.pool, roomId)
  if (!room?.participants.some(({ role }) => role === 'consulted'))
    throw new ConflictError('Nobody is being consulted.')
  await ctx.database.transaction((tx) => recordAudit(ctx, tx, { action: 'call.consult_cancel', subject: callSid }))
  await release(ctx, room, ({ role }) => role === 'consulted')
  await settleRoom(ctx, { roomId: room.id })
  return getCall(ctx, callSid)
}
