import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { liftCall } from './lift-call'
import { partyOf } from './room'

/** Presses keys for our person, heard by the other party alone: 0–9, *, #, and w for half a second. */
export async function sendKeys(
  ctx: CoreContext,
  { callSid, digits }: { callSid: string; digits: string },
): Promise<Call> {
  const { room } = await liftCall(ctx, { callSid })
  const party = partyOf(room)
  if (room.conferenceSid === null || party?.status !== 'connected' || party.callSid === null)
    throw new ConflictError('The call is being prepared for this. Try again in a second.')
  // What was pressed may be a secret of theirs: it is nowhere written down.
  await ctx.database.transaction((tx) => recordAudit(ctx, tx, { action: 'call.keys', subject: callSid }))
  const announceUrl = webhookUrl(ctx.config, '/api/twilio/webhooks/voice/keys', { digits })
  await ctx.twilio.updateParticipant(room.conferenceSid, party.callSid, { announceUrl })
  return getCall(ctx, callSid)
}
