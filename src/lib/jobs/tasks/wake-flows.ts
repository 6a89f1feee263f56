import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { wakeFlows } from '@/lib/services/ivr/wake-flows'

export const wakeFlowsTask = defineTask(jobPayloads['wake-flows'], (ctx) => wakeFlows(ctx))
