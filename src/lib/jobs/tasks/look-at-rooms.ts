import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { lookAtRooms } from '@/lib/services/rooms/look-at-rooms'

export const lookAtRoomsTask = defineTask(jobPayloads['look-at-rooms'], (ctx) => lookAtRooms(ctx))
