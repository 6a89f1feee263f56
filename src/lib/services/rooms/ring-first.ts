import type { CoreContext } from '@/lib/context'
import { findCall } from '@/lib/services/calls/find-call'
import { permit } from '@/lib/services/permission/permit'
import { refusalError } from '@/lib/services/permission/refusal-error'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Call } from '@/shared/schemas/call'
import { addParticipant, openRoom } from './open-room'
import { placeParticipant } from './place-participant'

type RingFirst = { id?: string; to: string; from?: string | undefined; ringFirst: string }

/**
 * Calls somebody for a person of ours whose own phone is rung first: once they have pressed 1 and wait in the room, `callParty` calls the
 * other. Gives the call to the own phone. Whether they may be called is asked before anything rings, and again when they are.
 */
export async function ringFirst(ctx: CoreContext, input: RingFirst): Promise<Call> {
  const from = input.from ?? ctx.config.twilio.phoneNumber
  const id = input.id ?? uuidV7(ctx.clock.now())
  const already = await findCall(ctx.database.pool, { id })
  if (already) return already
  const personId = ctx.actor.type === 'operator' ? ctx.actor.userId : null
  const roomId = await ctx.database.transaction(async (tx) => {
    const asked = { to: input.to, from, medium: 'call' as const, purpose: 'manual' as const, at: ctx.clock.now() }
    const verdict = await permit(ctx, asked, tx)
    if (verdict.verdict !== 'allowed') return { verdict }
    const { rows } = await tx.client.query<{ name: string }>({
      name: 'name-of-number',
      text: 'select name from contacts where phone_number = $1',
      values: [input.to],
    })
    // Their call will have the participant's id: placed twice, it is placed once.
    const partyId = uuidV7(ctx.clock.now())
    const party = { role: 'party' as const, id: partyId, callId: partyId, phone: input.to, name: rows[0]?.name ?? null }
    return (await openRoom(ctx, tx, { ourNumber: from, participants: [party] })).roomId
  })
  if (typeof roomId !== 'string') throw refusalError(roomId.verdict)
  const leg = { id, roomId, phone: input.ringFirst, personId }
  await ctx.database.transaction((tx) => addParticipant(ctx, tx, { ...leg, role: 'recruiter', callId: id }))
  return placeParticipant(ctx, { ...leg, from, needsKey: true, ringSeconds: 30, parentCallSid: null })
}
