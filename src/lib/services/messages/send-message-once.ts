import type { CoreContext } from '@/lib/context'
import { sendMessage, type SendMessage } from '@/lib/services/messages/send-message'
import { resumeOperation } from '@/lib/services/operations/resume-operation'
import type { Message } from '@/shared/schemas/message'

/**
 * Sends a text for a request that may come again under its id. When an earlier one failed before Twilio heard of it, this goes on through the
 * failed operation it left, which whoever else retries goes through too: one text, however many ask.
 */
export async function sendMessageOnce(ctx: CoreContext, input: SendMessage): Promise<Message> {
  const message = await sendMessage(ctx, input)
  // A failure of now is thrown; one that is returned is of an earlier request.
  if (input.id === undefined || message.status !== 'failed' || message.messageSid !== null) return message
  const retriedAs = await resumeOperation(ctx, { kind: 'message.send', subject: input.id })
  return retriedAs === null ? message : sendMessage(ctx, { ...input, id: retriedAs })
}
