import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { sendDueMessages } from '@/lib/services/scheduled-messages/send-due-messages'

/** At the time of each text for later, and every minute for what was left over: sends all that is due. */
export const sendScheduled = defineTask(jobPayloads['send-scheduled'], async (ctx) => {
  await sendDueMessages(ctx)
})
