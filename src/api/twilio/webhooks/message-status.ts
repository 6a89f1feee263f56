import { z } from 'zod'
import type { Installation } from '@/lib/context'
import { recordMessageStatus } from '@/lib/services/messages/record-message-status'
import { MessageStatusSchema } from '@/shared/schemas/message'
import { attemptIdOf } from './attempt-id-of'
import type { PlainWebhook } from './busy-webhooks'

const MessageStatusReport = z.object({
  MessageSid: z.string().regex(/^[A-Z]{2}[0-9a-fA-F]{32}$/),
  MessageStatus: MessageStatusSchema,
  ErrorCode: z.coerce.number().int().positive().max(999_999).nullish().catch(null),
})

/** What has become of a text we sent. Answered when it is durable. */
export function messageStatus(installation: Installation): PlainWebhook {
  return async ({ parameters, raw }, query) => {
    const report = MessageStatusReport.parse(parameters)
    await recordMessageStatus(installation, {
      messageSid: report.MessageSid,
      status: report.MessageStatus,
      errorCode: report.ErrorCode ?? null,
      attemptId: attemptIdOf(query('attempt')),
      raw,
    })
    return null
  }
}
