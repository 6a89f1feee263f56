import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { reconcileUnknownCalls } from '@/lib/services/calls/reconcile-unknown-calls'
import { reconcileUnknownMessages } from '@/lib/services/messages/reconcile-unknown-messages'

/** Every minute: settles texts and calls of which we do not know whether Twilio took them. */
export const reconcileUnknownSends = defineTask(jobPayloads['reconcile-unknown-sends'], async (ctx) => {
  await reconcileUnknownMessages(ctx)
  await reconcileUnknownCalls(ctx)
})
