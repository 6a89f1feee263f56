import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { reconcileStaleCalls } from '@/lib/services/calls/reconcile-stale-calls'
import { reconcileStaleMessages } from '@/lib/services/messages/reconcile-stale-messages'

/** Every minute: asks Twilio about open calls and texts of which nothing was heard for minutes. */
export const reconcileStale = defineTask(jobPayloads['reconcile-stale'], async (ctx) => {
  await reconcileStaleCalls(ctx)
  await reconcileStaleMessages(ctx)
})
