import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { deleteExpiredRecordings } from '@/lib/services/recordings/delete-expired-recordings'

/** Every hour: recordings are kept as long as administrators want. */
export const deleteExpiredRecordingsTask = defineTask(jobPayloads['delete-expired-recordings'], (ctx) =>
  deleteExpiredRecordings(ctx),
)
