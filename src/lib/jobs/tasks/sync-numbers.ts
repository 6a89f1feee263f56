import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { syncNumbers as sync } from '@/lib/services/numbers/sync-numbers'

/** At the first start: brings our list of numbers up to the account's. */
export const syncNumbers = defineTask(jobPayloads['sync-numbers'], async (ctx) => {
  await sync(ctx)
})
