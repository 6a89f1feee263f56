import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall, getCall } from '@/lib/services/calls/find-call'
import { ourNumberOf } from '@/lib/services/calls/our-number-of'
import { otherNumberOf } from '@/lib/services/calls/other-number-of'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { callCan } from '@/shared/can'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { expectNews } from './expect-news'
import { openRoom } from './open-room'
import { findRoom, partyOf, type Room } from './room'
import { sendIntoRoom } from './send-into-room'
import { settleRoom } from './settle-room'

/**
 * The room of a call, into which it is lifted if it has none: both legs leave the Dial that joins them and meet again there. Written down
 * first, so that the parent's Dial action finds it; then the child is sent, and if that fails or this process dies, again by `settleRoom`.
 * ConflictError when nobody talks with anybody.
 */
export async function liftCall(ctx: CoreContext, input: { callSid: string }): Promise<{ call: Call; room: Room }> {
  const asked = await getCall(ctx, input.callSid)
  const whole = asked.parentCallSid && asked.roomId === null ? await getCall(ctx, asked.parentCallSid) : asked
  const possible = callCan.transfer(whole.status)
  if (!possible.possible) throw new ConflictError('This call is not in progress.')
  const lifted = await ctx.database.transaction((tx) => writeRoom(ctx, tx, whole))
  if (lifted.child) {
    const { roomId, participantId } = lifted
    const sent = await sendIntoRoom(ctx, { roomId, participantId, callSid: lifted.child })
    if (sent === 'over') {
      // Its parent may be on the way into the room already: they are told goodbye there.
      await settleRoom(ctx, { roomId })
      throw new ConflictError('This call has just ended.')
    }
  }
  const room = await findRoom(ctx.database.pool, lifted.roomId)
  const party = room && partyOf(room)
  if (!room || !party || party.status === 'complete')
    throw new ConflictError('Nobody is connected with this caller any more.')
  return { call: await getCall(ctx, input.callSid), room }
}

type Lifted = { roomId: string; child: string | null; participantId: string }

async function writeRoom(ctx: CoreContext, tx: Transaction, whole: Call): Promise<Lifted> {
  // Locked, so that two who ask at once get one room.
  await tx.client.query({
    name: 'lock-call',
    text: 'select from twilio_call_logs where id = $1 for update',
    values: [whole.id],
  })
  const call = await findCall(tx.client, { id: whole.id })
  if (call?.roomId) return { roomId: call.roomId, child: null, participantId: '' }
  const { rows } = await tx.client.query<{ call_sid: string; to_number: string }>({
    name: 'child-of-call',
    // By twilio_call_logs_children: the leg that was dialled and talks.
    text: `select child.call_sid, child.to_number
             from twilio_call_logs parent join twilio_call_logs child on child.parent_call_sid = parent.call_sid
            where parent.id = $1 and child.status = 'in-progress' order by child.started_at desc limit 1`,
    values: [whole.id],
  })
  const [child] = rows
  if (!call?.callSid || !child) throw new ConflictError('Nobody is connected with this caller yet.')
  const party = { callSid: call.callSid, phone: otherNumberOf(call), name: call.contactName }
  const recruiter = { callSid: child.call_sid, phone: child.to_number }
  const { roomId, participantIds } = await openRoom(ctx, tx, {
    ourNumber: ourNumberOf(call),
    participants: [
      { role: 'party', lifted: true, ...party },
      { role: 'recruiter', lifted: true, ...recruiter, personId: call.handledBy?.id ?? null },
    ],
  })
  await expectNews(ctx, tx, { roomId })
  await recordAudit(ctx, tx, { action: 'call.lift', subject: call.callSid, details: { roomId } })
  const after = await findCall(tx.client, { id: call.id })
  await broadcast(tx.client, ctx.clock.now(), after ? [callEvent(after)] : [])
  const [, recruiterId = ''] = participantIds
  return { roomId, child: child.call_sid, participantId: recruiterId }
}
