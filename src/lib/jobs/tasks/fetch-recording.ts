import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { fetchRecording } from '@/lib/services/recordings/fetch-recording'

/** Fetches the sound of a recording; what could not be had is tried again with growing pauses. */
export const fetchRecordingTask = defineTask(jobPayloads['fetch-recording'], fetchRecording)
