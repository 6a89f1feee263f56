import type { CoreContext } from '@/lib/context'
import { isAnsweredByKeyword } from '@/lib/services/keywords/is-answered-by-keyword'
import { findMessage } from '@/lib/services/messages/find-message'
import type { Message } from '@/shared/schemas/message'
import { advanceExecution } from './advance-execution'
import { findWaitingExecution } from './find-waiting-execution'
import { hasTakenText } from './has-taken-text'
import { assertIdle } from './assert-idle'
import { findTextFlow } from './find-text-flow'
import { startTextFlow } from './start-text-flow'

/**
 * A text for a flow: the reply of the run that waits for it, else the beginning of the flow that answers texts to the number, unless a
 * keyword answers it or starts another. STOP ends the run, whatever the flow says.
 */
export async function takeFlowText(ctx: CoreContext, { messageId }: { messageId: string }): Promise<void> {
  const message = await ctx.database.transaction((tx) => findMessage(tx, messageId))
  if (!message) return
  const waiting = await findWaitingExecution(ctx, message)
  if (waiting) assertIdle(ctx, waiting)
  if (message.keyword !== null) {
    if (waiting && message.keyword === 'STOP') await advanceExecution(ctx, waiting, { input: 'hung-up' })
    return
  }
  if (waiting) {
    if (await hasTakenText(ctx, { executionId: waiting.id, messageSid: message.messageSid ?? '' })) return
    const answer = { input: 'outcome', outcome: 'message', parameters: parametersOf(message) } as const
    await advanceExecution(ctx, waiting, answer)
    return
  }
  if (await isAnsweredByKeyword(ctx, message)) return
  const flowId = await findTextFlow(ctx, { ourNumber: message.to })
  if (flowId !== null) await startTextFlow(ctx, { flowId, message, parameters: parametersOf(message) })
}

/** The names that Twilio gives a text's parameters. */
export function parametersOf(message: Message): Record<string, string> {
  const media = message.media.flatMap(({ url, contentType }, index) => [
    [`MediaUrl${index}`, url],
    [`MediaContentType${index}`, contentType],
  ])
  return {
    MessageSid: message.messageSid ?? '',
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: String(message.media.length),
    ...Object.fromEntries(media),
  }
}
