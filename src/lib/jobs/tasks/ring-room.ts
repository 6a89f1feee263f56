import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { ringRoom } from '@/lib/services/ringing/ring-room'

export const ringRoomTask = defineTask(jobPayloads['ring-room'], ringRoom)
