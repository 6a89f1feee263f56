import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { pruneIdempotencyKeys } from '@/lib/services/idempotency/prune-idempotency-keys'
import { pruneEvents } from '@/lib/services/sync/prune-events'

/** Every hour: forgets what nobody can ask for any more. */
export const prune = defineTask(jobPayloads.prune, async (ctx) => {
  await pruneIdempotencyKeys(ctx)
  await pruneEvents(ctx)
})
