import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { forgetUnsentMedia } from '@/lib/services/media/forget-unsent-media'
import { forgetDeletedRecordings } from '@/lib/services/recordings/forget-deleted-recordings'
import { pruneExpired } from '@/lib/services/retention/prune-expired'
import { pruneEvents } from '@/lib/services/sync/prune-events'

/** Every hour: forgets what nobody can ask for any more. */
export const prune = defineTask(jobPayloads.prune, async (ctx) => {
  await pruneExpired(ctx)
  await pruneEvents(ctx)
  await forgetUnsentMedia(ctx)
  await forgetDeletedRecordings(ctx)
})
