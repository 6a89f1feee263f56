import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { takeFlowText } from '@/lib/services/ivr/take-flow-text'

export const flowTextTask = defineTask(jobPayloads['flow-text'], takeFlowText)
