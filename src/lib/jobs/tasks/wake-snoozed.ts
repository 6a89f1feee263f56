import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { wakeSnoozed } from '@/lib/services/conversations/wake-snoozed'

/** At the time a conversation was set aside until, and every minute in case that one was lost. */
export const wakeSnoozedTask = defineTask(jobPayloads['wake-snoozed'], (ctx) => wakeSnoozed(ctx))
