import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { suggestReply as suggest } from '@/lib/services/suggestions/suggest-reply'

/** Asks the model about a text, and lets the suggestion send itself where that is allowed. */
export const suggestReply = defineTask(jobPayloads['suggest-reply'], suggest)
