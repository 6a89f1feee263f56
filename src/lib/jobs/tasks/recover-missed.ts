import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { queueWaitingRecordings } from '@/lib/services/recordings/queue-waiting-recordings'
import { recoverMissed as recover } from '@/lib/services/recoveries/recover-missed'

/** At every start and every five minutes: fetches what was lost on its way to us. */
export const recoverMissed = defineTask(jobPayloads['recover-missed'], async (ctx) => {
  await recover(ctx)
  await queueWaitingRecordings(ctx)
})
