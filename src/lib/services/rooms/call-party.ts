import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall } from '@/lib/services/calls/find-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { DomainError } from '@/shared/errors'
import { placeParticipant } from './place-participant'
import { partyOf, type Participant, type Room } from './room'

const ringSeconds = 60

/**
 * Calls the other party of a room in which a person of ours waits for them; nothing when they have been called. 'refused': they may not be
 * called, or Twilio would not. Placed under the participant's id, so however often this runs there is one call.
 */
export async function callParty(ctx: CoreContext, room: Room): Promise<'refused' | 'called'> {
  const party = partyOf(room)
  const recruiter = room.participants.find(({ role, status }) => role === 'recruiter' && status === 'connected')
  if (!party || party.isCalled || !recruiter) return 'called'
  try {
    const { id, phone } = party
    const leg = { id, phone, roomId: room.id, personId: recruiter.personId }
    const ring = { from: room.ourNumber, needsKey: false, ringSeconds, parentCallSid: null }
    const asked = await askedFor(ctx, recruiter)
    const call = await placeParticipant(ctx, { ...leg, ...ring, asked })
    if (call.callSid !== null && recruiter.callSid !== null) await becomeLeg(ctx, recruiter.callSid, call.callSid)
    return 'called'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    ctx.log.warn({ err: error, roomId: room.id }, 'whom somebody waits for could not be called')
    return 'refused'
  }
}

const PartyWish = z.object({
  retry: z.boolean(),
  ringFirst: z.string(),
  retryOf: z.object({ callId: z.string(), handledBy: z.string().nullable() }).nullable(),
})

/** What was asked when our own phone was rung: it stands with that one's call. By the primary key. */
async function askedFor({ database }: Pick<CoreContext, 'database'>, { callId }: Participant) {
  const { rows } = await database.pool.query<{ party: unknown }>({
    name: 'party-wish',
    text: `select request -> 'party' as party from twilio_call_logs where id = $1`,
    values: [callId],
  })
  const wish = PartyWish.nullish().parse(rows[0]?.party)
  if (!wish) return null
  const { retry, ringFirst, retryOf } = wish
  return { retry, ringFirst, ...(retryOf && { retryOf }) }
}

/** The phone that was rung first is a leg of the call it was rung for. */
async function becomeLeg(ctx: CoreContext, leg: string, callSid: string) {
  await ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'become-leg',
      text: `update twilio_call_logs set parent_call_sid = $2, updated_at = $3
              where call_sid = $1 and parent_call_sid is null returning id`,
      values: [leg, callSid, ctx.clock.now()],
    })
    const [row] = rows
    const call = row && (await findCall(tx.client, row))
    await broadcast(tx.client, ctx.clock.now(), call ? [callEvent(call)] : [])
  })
}
