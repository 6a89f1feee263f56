import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { recordWhenTold } from '@/lib/services/recordings/record-when-told'

/** Tells the other party of a call that they are recorded, and begins. */
export const recordWhenToldTask = defineTask(jobPayloads['record-when-told'], recordWhenTold)
