import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import { isJobTask, jobPayloads } from '@/lib/jobs/job-payloads'
import { placeCall } from '@/lib/services/calls/place-call'
import { redoFollowed } from '@/lib/services/followers/redo-followed'
import { sendMessage } from '@/lib/services/messages/send-message'
import type { ReplayWebhook } from '@/lib/services/webhooks/kept-webhook'
import { replayKeptWebhook } from '@/lib/services/webhooks/replay-kept-webhook'
import { ConflictError } from '@/shared/errors'
import { CreateCallInput } from '@/shared/schemas/call'
import { SendMessageInput } from '@/shared/schemas/message'
import type { FailedOperationKind } from '@/shared/schemas/operation'

/** `payload.retryId` is the id under which this try acts, `lastAttemptId` that of the one before, once there was one. */
export type OperationToRedo = {
  id: string
  kind: FailedOperationKind
  subject: string
  automatic: boolean
  payload: Record<string, unknown> & { retryId: string; lastAttemptId?: string }
}

/** A program beside the server has no handlers of webhooks. */
export type RetryContext = CoreContext & { replayWebhook?: ReplayWebhook }

const failedJob = z.object({ task: z.string(), payload: z.unknown() })

const deletedMessage = z.object({ messageSid: z.string() })

const deletedRecording = z.object({ recordingSid: z.string() })

/** Does again what failed: texts and calls pass `permit` as any other. A text that was on its way already is only looked at. */
export async function redo(ctx: RetryContext, operation: OperationToRedo): Promise<void> {
  await ways[operation.kind](ctx, operation)
}

const ways: Record<FailedOperationKind, (ctx: RetryContext, operation: OperationToRedo) => Promise<void>> = {
  'message.send': async (ctx, { subject, payload: { retryId, lastAttemptId, ...text } }) => {
    const message = await sendMessage(ctx, {
      ...SendMessageInput.parse(text),
      id: retryId,
      retryOf: lastAttemptId ?? z.uuid().safeParse(subject).data,
      purpose: 'retry',
    })
    if (message.status === 'failed') throw new ConflictError(message.errorMessage ?? 'This text never reached Twilio.')
  },
  'message.delete': async (ctx, { payload }) => {
    await ctx.twilio.deleteMessage(deletedMessage.parse(payload).messageSid)
  },
  'recording.delete': async (ctx, { payload }) => {
    await ctx.twilio.deleteRecording(deletedRecording.parse(payload).recordingSid)
  },
  'call.place': async (ctx, { payload: { retryId, ...wanted } }) => {
    const call = await placeCall(ctx, { ...CreateCallInput.parse(wanted), id: retryId, purpose: 'retry' })
    if (call.status === 'failed') throw new ConflictError(call.errorMessage ?? 'This call never reached Twilio.')
  },
  job: async (ctx, { payload }) => {
    const { task, payload: jobPayload } = failedJob.parse(payload)
    if (!isJobTask(task)) throw new ConflictError('This kind of background work no longer exists.')
    await ctx.jobs.enqueue(ctx.database, task, jobPayloads[task].parse(jobPayload))
  },
  follower: (ctx, { payload }) => redoFollowed(ctx, payload),
  webhook: (ctx, { payload }) => replayKeptWebhook(ctx, payload),
}
