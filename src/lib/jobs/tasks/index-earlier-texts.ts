import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { indexEarlierTexts } from '@/lib/services/inbox-search/index-earlier-texts'

/** Every minute, until the texts of before the search index are in it. */
export const indexEarlierTextsTask = defineTask(jobPayloads['index-earlier-texts'], async (ctx) => {
  await indexEarlierTexts(ctx)
})
