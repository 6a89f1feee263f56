import type { CoreContext } from '@/lib/context'
import { placeCall } from '@/lib/services/calls/place-call'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Call } from '@/shared/schemas/call'
import { addParticipant, type NewParticipant } from './open-room'

export type IntoRoom = Omit<NewParticipant, 'id' | 'callId' | 'callSid'> & {
  roomId: string
  from: string
  /** Hears who waits, and presses 1 to be put in: no machine does. */
  needsKey: boolean
  ringSeconds: number
  /** The call on whose account it rings, seen in that one's timeline. */
  parentCallSid: string | null
}

/**
 * Rings somebody who then comes into a room: written down first, permitted, handed to Twilio, as every call (see `placeCall`, whose errors it
 * throws; the room is settled without them then). A browser of ours is `client:<person id>`.
 */
export async function placeIntoRoom(ctx: CoreContext, input: IntoRoom): Promise<Call> {
  const id = uuidV7(ctx.clock.now())
  const { roomId, from, needsKey, ringSeconds, parentCallSid, ...participant } = input
  await ctx.database.transaction((tx) => addParticipant(ctx, tx, { ...participant, roomId, id, callId: id }))
  const query = { room: roomId, participant: id, ...(needsKey ? { key: 'yes' } : {}) }
  try {
    return await placeCall(ctx, {
      id,
      to: input.phone,
      from,
      url: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/join', { attempt: id, ...query }),
      purpose: 'service',
      leg: { roomId, parentCallSid, ringSeconds, handledBy: participant.personId ?? null },
    })
  } catch (error) {
    await ctx.jobs.enqueue(ctx.database, 'settle-room', { roomId }, { key: `settle-room:${roomId}` })
    throw error
  }
}
