import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { settleRoom } from '@/lib/services/rooms/settle-room'

export const settleRoomTask = defineTask(jobPayloads['settle-room'], settleRoom)
