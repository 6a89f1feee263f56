import type { CoreContext } from '@/lib/context'
import { placeCall, type PartyWish, type PlaceCall } from '@/lib/services/calls/place-call'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { DomainError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'

type Leg = {
  roomId: string
  from: string
  /** Hears who waits, and presses 1 to be put in: no machine does. */
  needsKey: boolean
  ringSeconds: number
  /** The call on whose account it rings, seen in that one's timeline. */
  parentCallSid: string | null
  /** How the other party is to be called once they have pressed 1. */
  party?: PartyWish
  /** How this call was asked for, to be tried again so. */
  asked?: Pick<PlaceCall, 'retry' | 'ringFirst' | 'retryOf'> | null
}

/**
 * Rings somebody who is written down as a participant and then comes into the room: permitted and handed to Twilio as every call (see `placeCall`,
 * whose errors it throws; the room is settled without them then). Their leg has their id: rung twice, they are rung once. A browser of ours is
 * `client:<person id>`.
 */
export async function placeParticipant(
  ctx: CoreContext,
  input: Leg & { id: string; phone: string; personId: string | null },
): Promise<Call> {
  const { id, roomId, from, needsKey, ringSeconds, parentCallSid, phone, personId, party, asked } = input
  const query = { room: roomId, participant: id, ...(needsKey ? { key: 'yes' } : {}) }
  try {
    return await placeCall(ctx, {
      ...asked,
      id,
      to: phone,
      from,
      url: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/join', { attempt: id, ...query }),
      purpose: 'service',
      leg: { roomId, parentCallSid, ringSeconds, handledBy: personId, party },
    })
  } catch (error) {
    // Whether a leg was placed is not known: the room is settled again by whoever wanted it.
    if (!(error instanceof DomainError)) throw error
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
