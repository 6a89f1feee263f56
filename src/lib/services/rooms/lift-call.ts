import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall, getCall } from '@/lib/services/calls/find-call'
import { ourNumberOf } from '@/lib/services/calls/our-number-of'
import { otherNumberOf } from '@/lib/services/calls/other-number-of'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { callCan } from '@/shared/can'
import { ConflictError, UpstreamError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { findRoom, partyOf, type Room } from './room'
import { joinStep } from './join-step'
import { openRoom } from './open-room'

/**
 * The room of a call, into which it is lifted if it has none: both legs leave the Dial that joins them and meet again there. Written down
 * first, so that the parent's Dial action finds it; then the child is sent. ConflictError when nobody talks with anybody.
 */
export async function liftCall(ctx: CoreContext, input: { callSid: string }): Promise<{ call: Call; room: Room }> {
  const asked = await getCall(ctx, input.callSid)
  const whole = asked.parentCallSid && asked.roomId === null ? await getCall(ctx, asked.parentCallSid) : asked
  const possible = callCan.transfer(whole.status)
  if (!possible.possible) throw new ConflictError('This call is not in progress.')
  const lifted = await ctx.database.transaction((tx) => writeRoom(ctx, tx, whole))
  if (lifted.child) {
    const { child, roomId, participantId } = lifted
    const twiml = renderVoice([joinStep(ctx.config, { roomId, participantId })])
    try {
      await ctx.twilio.updateCall(child, { twiml })
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.outcome === 'unknown') throw error
      await undo(ctx, roomId)
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
  if (call?.roomId)
    return (await findUnmoved(ctx, tx, call.roomId)) ?? { roomId: call.roomId, child: null, participantId: '' }
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
      { role: 'party', ...party },
      { role: 'recruiter', ...recruiter, personId: call.handledBy?.id ?? null },
    ],
  })
  await recordAudit(ctx, tx, { action: 'call.lift', subject: call.callSid, details: { roomId } })
  const after = await findCall(tx.client, { id: call.id })
  await broadcast(tx.client, ctx.clock.now(), after ? [callEvent(after)] : [])
  const [, recruiterId = ''] = participantIds
  return { roomId, child: child.call_sid, participantId: recruiterId }
}

/** How long the child may take to come before it is sent again: longer than Twilio takes, or it would be sent out of the room it is in. */
const moveMilliseconds = 5_000

/** A room that was written down, and whose child never came: the process died, or Twilio did not hear. By the index on conference_id. */
async function findUnmoved(ctx: CoreContext, tx: Transaction, roomId: string): Promise<Lifted | null> {
  const now = ctx.clock.now()
  const { rows } = await tx.client.query<{ id: string; call_sid: string }>({
    name: 'unmoved-child',
    // Of two who ask, one sends the child.
    text: `update twilio_conferences room set updated_at = $3
             from twilio_conference_participants party, twilio_conference_participants child, twilio_call_logs leg
            where room.id = $1 and room.status = 'init' and room.updated_at < $2
              and party.conference_id = room.id and party.role = 'party' and party.joined_at is null
              and child.conference_id = room.id and child.role = 'recruiter' and child.joined_at is null
              and leg.call_sid = child.call_sid and leg.parent_call_sid = party.call_sid and leg.status = 'in-progress'
           returning child.id, child.call_sid`,
    values: [roomId, new Date(now.getTime() - moveMilliseconds), now],
  })
  const [row] = rows
  return row ? { roomId, child: row.call_sid, participantId: row.id } : null
}

/** The child had gone before it could be sent: the call is what it was. */
async function undo(ctx: CoreContext, roomId: string) {
  await ctx.database.pool.query({
    name: 'undo-room',
    text: 'delete from twilio_conferences where id = $1',
    values: [roomId],
  })
}
