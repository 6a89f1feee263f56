import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { textMissedCallers } from '@/lib/services/missed-calls/text-missed-callers'

export const textMissedCallersTask = defineTask(jobPayloads['text-missed-callers'], (ctx) => textMissedCallers(ctx))
