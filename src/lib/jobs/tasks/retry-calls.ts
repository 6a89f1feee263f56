import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { placeDueRetries } from '@/lib/services/call-retries/place-due-retries'

export const retryCallsTask = defineTask(jobPayloads['retry-calls'], (ctx) => placeDueRetries(ctx))
