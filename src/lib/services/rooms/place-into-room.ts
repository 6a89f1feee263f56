import type { CoreContext } from '@/lib/context'
import { placeCall } from '@/lib/services/calls/place-call'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Call } from '@/shared/schemas/call'
import { addParticipant, type NewParticipant } from './open-room'

type Leg = {
  roomId: string
  from: string
  /** Hears who waits, and presses 1 to be put in: no machine does. */
  needsKey: boolean
  ringSeconds: number
  /** The call on whose account it rings, seen in that one's timeline. */
  parentCallSid: string | null
}

export type IntoRoom = Omit<NewParticipant, 'id' | 'callId' | 'callSid'> & Leg

/**
 * Rings somebody who then comes into a room: written down first, permitted, handed to Twilio, as every call (see `placeCall`, whose errors it
 * throws; the room is settled without them then). A browser of ours is `client:<person id>`.
 */
export async function placeIntoRoom(ctx: CoreContext, input: IntoRoom): Promise<Call> {
  const id = uuidV7(ctx.clock.now())
  await ctx.database.transaction((tx) => addParticipant(ctx, tx, { ...input, id, callId: id }))
  return placeParticipant(ctx, { ...input, id, personId: input.personId ?? null })
}

/** The same for somebody who is written down already; their leg has their id. */
export async function placeParticipant(
  ctx: CoreContext,
  input: Leg & { id: string; phone: string; personId: string | null },
): Promise<Call> {
  const { id, roomId, from, needsKey, ringSeconds, parentCallSid, phone, personId } = input
  const query = { room: roomId, participant: id, ...(needsKey ? { key: 'yes' } : {}) }
  try {
    return await placeCall(ctx, {
      id,
      to: phone,
      from,
      url: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/join', { attempt: id, ...query }),
      purpose: 'service',
      leg: { roomId, parentCallSid, ringSeconds, handledBy: personId },
    })
  } catch (error) {
    // Nobody waits for one who never had a leg.
    await ctx.database.pool.query({
      name: 'never-rung',
      text: `update twilio_conference_participants set left_at = $2, updated_at = $2 where id = $1 and left_at is null`,
      values: [id, ctx.clock.now()],
    })
    await ctx.jobs.enqueue(ctx.database, 'settle-room', { roomId }, { key: `settle-room:${roomId}` })
    throw error
  }
}
