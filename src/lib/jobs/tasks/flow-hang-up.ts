import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { hangUpFlow } from '@/lib/services/ivr/hang-up-flow'

export const flowHangUpTask = defineTask(jobPayloads['flow-hang-up'], hangUpFlow)
