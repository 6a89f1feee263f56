import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { permit } from '@/lib/services/permission/permit'
import { refusalError } from '@/lib/services/permission/refusal-error'
import { renderTransfer } from '@/lib/twilio/render-transfer'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { callCan } from '@/shared/can'
import { ConflictError, UpstreamError } from '@/shared/errors'
import { PhoneNumber } from '@/shared/schemas/phone-number'
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
  const callerId = [call.from, call.to].find((number) => PhoneNumber.safeParse(number).success)
  const from = callerId ?? ctx.config.twilio.phoneNumber
  const at = ctx.clock.now()
  const verdict = await permit(ctx, { to: input.transferTo, from, medium: 'call', purpose: 'manual', at })
  if (verdict.verdict !== 'allowed') throw refusalError(verdict)
  const { callSid } = call
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, { action: 'call.transfer', subject: callSid, details: { transferTo: input.transferTo } }),
  )
  const statusCallback = webhookUrl(ctx.config, '/api/twilio/webhooks/call-status')
  try {
    await ctx.twilio.updateCall(callSid, {
      twiml: await renderTransfer({ to: input.transferTo, callerId: from, statusCallback }),
    })
  } catch (error) {
    if (error instanceof UpstreamError && error.twilioCode === 21220)
      throw new ConflictError('This call is already over.')
    throw error
  }
  return getCall(ctx, input.callSid)
}
