import type { Context } from '@/lib/context'
import { completeConsultation } from '@/lib/services/rooms/complete-consultation'
import { getCall } from '@/lib/services/calls/find-call'
import { endCall } from '@/lib/services/calls/end-call'
import { ConflictError, UpstreamError } from '@/shared/errors'
import type { BrowserPhoneDocument } from '@/shared/schemas/phone'
import { findPhoneCall } from './find-phone-call'
import { phoneOf } from './find-phone-person'
import { getPhone, requirePhoneOwner } from './get-phone'

/**
 * I hang up: the other party's call ends, which no lost page does; in the middle of a word with a third person they are handed over to that one. A call that only rings is declined: it no longer rings for me, and what
 * comes next for the caller comes. Without a call nothing happens.
 */
export async function endPhoneCall(ctx: Context): Promise<BrowserPhoneDocument> {
  const personId = requirePhoneOwner(ctx.actor)
  const call = await findPhoneCall(ctx.database.pool, personId)
  const callSid = call?.status === 'ringing' ? await findRingingLeg(ctx, personId, call.callSid) : call?.callSid
  if (callSid && call?.status === 'talking' && (await handOver(ctx, callSid))) return getPhone(ctx)
  if (callSid) {
    await endCall(ctx, { callSid }).catch((error: unknown) => {
      const isOver = error instanceof ConflictError || (error instanceof UpstreamError && error.twilioCode === 20_404)
      if (!isOver) throw error
    })
  }
  return getPhone(ctx)
}

/** False: nobody is being consulted. */
async function handOver(ctx: Context, callSid: string): Promise<boolean> {
  const { consulting } = await getCall(ctx, callSid)
  if (consulting === null) return false
  try {
    await completeConsultation(ctx, { callSid, hangsUp: true })
    return true
  } catch (error) {
    if (error instanceof ConflictError) return false
    throw error
  }
}

/** By twilio_call_logs_children. */
async function findRingingLeg(ctx: Context, personId: string, parentCallSid: string | null) {
  const { rows } = await ctx.database.pool.query<{ call_sid: string }>({
    name: 'find-ringing-leg',
    text: `select call_sid from twilio_call_logs
            where parent_call_sid = $1 and to_number = $2 and ended_at is null and call_sid is not null limit 1`,
    values: [parentCallSid, phoneOf(personId)],
  })
  return rows[0]?.call_sid
}
