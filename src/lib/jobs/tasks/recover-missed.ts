import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { recoverMissed as recover } from '@/lib/services/recoveries/recover-missed'

/** At every start and every five minutes: fetches what was lost on its way to us. */
export const recoverMissed = defineTask(jobPayloads['recover-missed'], recover)
