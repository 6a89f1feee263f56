import type { CoreContext } from '@/lib/context'
import type { Call } from '@/shared/schemas/call'
import { placeParticipant } from './place-participant'
import { partyOf, type Participant, type Room } from './room'

/** Rings the third person of a consultation, who presses 1 to come in; under the participant's id, so however often this runs there is one call. */
export async function ringConsulted(
  ctx: CoreContext,
  room: Room,
  { id, phone, personId }: Pick<Participant, 'id' | 'phone' | 'personId'>,
): Promise<Call> {
  const leg = { id, phone, personId, roomId: room.id, from: room.ourNumber }
  return placeParticipant(ctx, {
    ...leg,
    needsKey: true,
    ringSeconds: 30,
    parentCallSid: partyOf(room)?.callSid ?? null,
  })
}
