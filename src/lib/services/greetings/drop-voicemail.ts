import type { CoreContext } from '@/lib/context'
import { getCall } from '@/lib/services/calls/find-call'
import { findRoom, partyOf } from '@/lib/services/rooms/room'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { unlessOver } from '@/lib/twilio/unless-over'
import { callCan } from '@/shared/can'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { getGreeting } from './find-greeting'
import { greetingStep } from './greeting-step'
import { listGreetings } from './list-greetings'
import { recordDrop } from './record-drop'

/**
 * Leaves a greeting with the machine that has answered our call, after its tone: their leg is given the greeting and then ends, and whoever of
 * ours is on the call is free at once (a leg of theirs goes with it; a room that loses its party lets the others go).
 */
export async function dropVoicemail(
  ctx: CoreContext,
  { callSid, greetingId }: { callSid: string; greetingId?: string | undefined },
): Promise<Call> {
  const asked = await getCall(ctx, callSid)
  const call = asked.parentCallSid ? await getCall(ctx, asked.parentCallSid) : asked
  const possible = callCan.dropVoicemail(call)
  if (!possible.possible) throw new ConflictError(possible.reason)
  const chosen = greetingId ?? (await listGreetings(ctx)).items[0]?.id
  if (chosen === undefined) throw new ConflictError('There is no greeting yet. Make one in the settings of calls.')
  const greeting = await getGreeting(ctx, chosen)
  const twiml = renderVoice([greetingStep(ctx, greeting), { hangUp: true }])
  const asks = ctx.twilio.updateCall(await legOfParty(ctx, call), { twiml })
  if ((await unlessOver(asks)) === 'over') throw new ConflictError('This call has just ended.')
  return (call.callSid && (await recordDrop(ctx, { callSid: call.callSid, greeting }))) || call
}

/** In a room it is the party's; else whom we called has the whole call's. */
async function legOfParty(ctx: CoreContext, call: Call): Promise<string> {
  const room = call.roomId === null ? null : await findRoom(ctx.database.pool, call.roomId)
  const sid = (room && partyOf(room)?.callSid) ?? call.callSid
  if (sid === null) throw new ConflictError('Twilio has not confirmed this call yet.')
  return sid
}
