import type { CoreContext } from '@/lib/context'
import { findCall } from '@/lib/services/calls/find-call'
import type { RetryOf } from '@/lib/services/calls/place-call'
import { permit } from '@/lib/services/permission/permit'
import { refusalError } from '@/lib/services/permission/refusal-error'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Call } from '@/shared/schemas/call'
import { openRoom } from './open-room'
import { placeParticipant } from './place-participant'

type RingFirst = {
  id?: string
  to: string
  from?: string | undefined
  ringFirst: string
  retry?: boolean | undefined
  /** The call that this one tries again; `id`: what the other's call will have, so that it is placed once. */
  again?: { id: string; retryOf: RetryOf }
}

/**
 * Calls somebody for a person of ours whose own phone is rung first: once they have pressed 1 and wait in the room, `callParty` calls the
 * other. Gives the call to the own phone. Whether they may be called is asked before anything rings, and again when they are.
 */
export async function ringFirst(ctx: CoreContext, input: RingFirst): Promise<Call> {
  const { to, again } = input
  const from = input.from ?? ctx.config.twilio.phoneNumber
  const begun = again && (await findBegun(ctx, again.id))
  const id = begun?.id ?? input.id ?? uuidV7(ctx.clock.now())
  const already = await findCall(ctx.database.pool, { id })
  if (already) return already
  const operator = ctx.actor.type === 'operator' ? ctx.actor.userId : null
  const own = { id, phone: input.ringFirst, personId: again ? again.retryOf.handledBy : operator }
  const partyId = again?.id ?? uuidV7(ctx.clock.now())
  const roomId = begun?.roomId ?? (await openFor(ctx, { to, from, own, partyId, isAgain: again !== undefined }))
  return placeParticipant(ctx, {
    ...own,
    roomId,
    from,
    needsKey: true,
    ringSeconds: 30,
    parentCallSid: null,
    party: { retry: input.retry ?? false, ringFirst: input.ringFirst, retryOf: again?.retryOf ?? null },
  })
}

type NewRoom = {
  to: string
  from: string
  own: { id: string; phone: string; personId: string | null }
  partyId: string
  isAgain: boolean
}

async function openFor(ctx: CoreContext, { to, from, own, partyId, isAgain }: NewRoom): Promise<string> {
  const roomId = await ctx.database.transaction(async (tx) => {
    const purpose = isAgain ? ('call_retry' as const) : ('manual' as const)
    const verdict = await permit(ctx, { to, from, medium: 'call', purpose, at: ctx.clock.now() }, tx)
    if (verdict.verdict !== 'allowed') return { verdict }
    const { rows } = await tx.client.query<{ name: string }>({
      name: 'name-of-number',
      text: 'select name from contacts where phone_number = $1',
      values: [to],
    })
    // Each call will have its participant's id: placed twice, it is placed once.
    const party = { role: 'party' as const, id: partyId, callId: partyId, phone: to, name: rows[0]?.name ?? null }
    const recruiter = { role: 'recruiter' as const, callId: own.id, ...own }
    return (await openRoom(ctx, tx, { ourNumber: from, participants: [party, recruiter] })).roomId
  })
  if (typeof roomId !== 'string') throw refusalError(roomId.verdict)
  return roomId
}

/** The room that a process that has died opened for this call, and the own phone's id in it. By primary key and twilio_conference_participants_room. */
async function findBegun(ctx: Pick<CoreContext, 'database'>, partyId: string) {
  const { rows } = await ctx.database.pool.query<{ id: string; roomId: string }>({
    name: 'ring-first-begun',
    text: `select own.id, own.conference_id as "roomId"
             from twilio_conference_participants party join twilio_conference_participants own
               on own.conference_id = party.conference_id and own.role = 'recruiter'
            where party.id = $1`,
    values: [partyId],
  })
  return rows[0]
}
