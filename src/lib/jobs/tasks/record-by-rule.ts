import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { recordByRule } from '@/lib/services/recordings/record-by-rule'

/** Records a call that somebody of ours has begun to talk on, where a rule wants it. */
export const recordByRuleTask = defineTask(jobPayloads['record-by-rule'], recordByRule)
