import type { Context } from '@/lib/context'
import { placeCall } from '@/lib/services/calls/place-call'
import { addParticipant, openRoom } from '@/lib/services/rooms/open-room'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { PhonePlace } from './answer-phone'
import { findOwnPlace, ownNumber, participantOf, type PhoneLeg } from './phone-leg'

/** As long as calls placed from elsewhere ring. */
const ringSeconds = 60

/**
 * Calls somebody for a phone in a browser: a room in which the browser waits, and a call of our own that comes into it. Neither leg hangs on
 * the other, so a page that is loaded anew drops nobody. Throws as `placeCall` does; there is no room then.
 */
export async function callFromPhone(
  ctx: Context,
  leg: PhoneLeg,
  { to, callerId }: { to: string; callerId: string | undefined },
): Promise<PhonePlace> {
  const from = await ownNumber(ctx, callerId)
  // A participant whom we call has the id of the call.
  const id = uuidV7(ctx.clock.now())
  const opened = await ctx.database.transaction(async (tx) => {
    const already = await findOwnPlace(tx, leg)
    if (already) return { already }
    const { roomId, participantIds } = await openRoom(ctx, tx, { ourNumber: from, participants: [participantOf(leg)] })
    await addParticipant(ctx, tx, { roomId, id, callId: id, role: 'party', phone: to })
    return { roomId, participantId: participantIds[0] ?? '' }
  })
  if (opened.already) return opened.already
  const { roomId } = opened
  try {
    const call = await placeCall(ctx, {
      id,
      to,
      from,
      url: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/join', { attempt: id, room: roomId, participant: id }),
      purpose: 'manual',
      leg: { roomId, parentCallSid: null, ringSeconds, handledBy: leg.person.id },
    })
    return { ...opened, callSid: call.callSid }
  } catch (error) {
    // Who called is told why, and nobody is to end their leg meanwhile.
    await ctx.database.pool.query({
      name: 'undo-room',
      text: 'delete from twilio_conferences where id = $1',
      values: [roomId],
    })
    throw error
  }
}
