import type { CoreContext } from '@/lib/context'
import { findRoom, partyOf } from '@/lib/services/rooms/room'
import { webhookUrl } from '@/lib/twilio/webhook-url'

/** What tells the other party in a room that they are recorded, by the sentence of a rule or the one for recordings by hand; null unless they are there. */
export async function tellerIn(
  ctx: Pick<CoreContext, 'database' | 'config' | 'twilio'>,
  { roomId, callSid, ruleId }: { roomId: string; callSid: string; ruleId: string | null },
): Promise<(() => Promise<void>) | null> {
  const room = await findRoom(ctx.database.pool, roomId)
  const party = room && partyOf(room)
  const conferenceSid = room?.conferenceSid ?? null
  if (conferenceSid === null || party?.callSid !== callSid || party.status !== 'connected') return null
  const announceUrl = webhookUrl(
    ctx.config,
    '/api/twilio/webhooks/voice/notice',
    ruleId === null ? {} : { rule: ruleId },
  )
  return () => ctx.twilio.updateParticipant(conferenceSid, callSid, { announceUrl })
}
