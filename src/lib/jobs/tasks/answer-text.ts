import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { answerText as answer } from '@/lib/services/keywords/answer-text'

/** What a keyword rule, or a suggestion that may send itself, does about a text. */
export const answerText = defineTask(jobPayloads['answer-text'], answer)
