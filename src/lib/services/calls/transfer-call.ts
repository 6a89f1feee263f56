import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { assertGoesOn } from '@/lib/services/calls/assert-goes-on'
import { getCall } from '@/lib/services/calls/find-call'
import { isNumber, ourNumberOf } from '@/lib/services/calls/our-number-of'
import { permit } from '@/lib/services/permission/permit'
import { refusalError } from '@/lib/services/permission/refusal-error'
import { takeNotice } from '@/lib/services/recordings/take-notice'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { callCan } from '@/shared/can'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'

/**
 * Hands the other party over to a number (a cold transfer). Whoever they talked to is released, so of a dialled leg it is the parent that
 * is transferred. What happens then arrives by callbacks. ConflictError when the call is not in progress.
 */
export async function transferCall(ctx: CoreContext, input: { callSid: string; transferTo: string }): Promise<Call> {
  const asked = await getCall(ctx, input.callSid)
  const call = asked.parentCallSid ? await getCall(ctx, asked.parentCallSid) : asked
  const possible = callCan.transfer(call.status)
  if (!possible.possible || !call.callSid) throw new ConflictError('Only a call in progress can be transferred.')
  const ours = ourNumberOf(call)
  // Who is rung sees the other party, or our number where that one is withheld or was called by us.
  const from = call.direction === 'inbound' && isNumber(call.from) ? call.from : ours
  const at = ctx.clock.now()
  const verdict = await permit(ctx, { to: input.transferTo, from, medium: 'call', purpose: 'manual', at })
  if (verdict.verdict !== 'allowed') throw refusalError(verdict)
  const { callSid } = call
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, { action: 'call.transfer', subject: callSid, details: { transferTo: input.transferTo } }),
  )
  const notice = await takeNotice(ctx, { callSid, legs: [input.transferTo], unlessSaid: true })
  const twiml = transferDocument(ctx, { to: input.transferTo, from, ours, notice })
  await assertGoesOn(ctx, { id: call.id, callSid }, ctx.twilio.updateCall(callSid, { twiml }))
  // Out of their room, if they were in one: it ends for the others.
  await ctx.database.pool.query({
    name: 'leave-room',
    text: 'update twilio_call_logs set room_id = null, held = false, muted = false, consulting = null where call_sid = $1 and room_id is not null',
    values: [callSid],
  })
  return getCall(ctx, input.callSid)
}

/** Rings the number as a call to us would be put through: with what they must hear about recording, a whisper, and voicemail for a caller whom nobody answers. */
function transferDocument(
  ctx: CoreContext,
  transfer: { to: string; from: string; ours: string; notice: string | null },
) {
  const { notice } = transfer
  return renderVoice([
    ...(notice === null ? [] : [{ say: notice }]),
    {
      dial: {
        targets: [
          {
            number: transfer.to,
            whisper: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/whisper', {
              number: transfer.ours,
              transferred: 'yes',
            }),
          },
        ],
        callerId: transfer.from,
        ringSeconds: 30,
        action: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/dialed'),
        callStatus: webhookUrl(ctx.config, '/api/twilio/webhooks/call-status'),
      },
    },
  ])
}
