import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { fetchMedia as fetch } from '@/lib/services/media/fetch-media'

/** Fetches a file that came with a text; one that could not be had is tried again with growing pauses. */
export const fetchMedia = defineTask(jobPayloads['fetch-media'], fetch)
