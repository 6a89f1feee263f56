import { z } from 'zod'
import type { SignedWebhook } from '@/lib/auth/verify-webhook'
import type { CallReport } from '@/lib/services/calls/call-report'
import { CallStatusSchema } from '@/shared/schemas/call'
import { attemptIdOf } from './attempt-id-of'

const CallSid = z.string().regex(/^CA[0-9a-fA-F]{32}$/)
const Party = z.string().max(255).default('')

/** What every voice request and call status callback has. Twilio's `initiated` is a call that is queued with the carrier. */
const CallParameters = z.object({
  CallSid,
  ParentCallSid: CallSid.optional(),
  From: Party,
  To: Party,
  CallStatus: z.preprocess((status) => (status === 'initiated' ? 'queued' : status), CallStatusSchema),
  Direction: z.string().default('inbound'),
  CallDuration: z.coerce.number().int().min(0).nullish().catch(null),
  AnsweredBy: z.string().max(40).optional(),
  ErrorCode: z.coerce.number().int().positive().max(999_999).nullish().catch(null),
  Timestamp: z.coerce.date().optional().catch(undefined),
})

/** A webhook's parameters as a report on a call. `receivedAt` is used where Twilio does not say when it happened. */
export function callReportOf(
  parameters: SignedWebhook['parameters'],
  { attempt, receivedAt }: { attempt: string | undefined; receivedAt: Date },
): CallReport {
  const call = CallParameters.parse(parameters)
  return {
    callSid: call.CallSid,
    parentCallSid: call.ParentCallSid ?? null,
    direction: call.Direction === 'inbound' ? 'inbound' : 'outbound',
    status: call.CallStatus,
    from: call.From,
    to: call.To,
    at: call.Timestamp ?? receivedAt,
    answeredBy: call.AnsweredBy ?? null,
    errorCode: call.ErrorCode ?? null,
    durationSeconds: call.CallDuration ?? null,
    attemptId: attemptIdOf(attempt),
  }
}
