import { z } from 'zod'

/** Cron jobs carry when they were due; nobody reads it. */
const nothing = z.object({})

/** Every background job by name, with what it is told. A payload is checked before the job runs. */
export const jobPayloads = {
  'suggest-reply': z.object({ messageId: z.uuid() }),
  'answer-text': z.object({ messageId: z.uuid() }),
  'flow-hang-up': z.object({ executionId: z.uuid() }),
  'flow-text': z.object({ messageId: z.uuid() }),
  'index-earlier-texts': nothing,
  'fetch-media': z.object({ mediaId: z.uuid() }),
  'record-by-rule': z.object({ callSid: z.string(), takenBy: z.string(), roomId: z.uuid().nullable() }),
  'record-when-told': z.object({ callSid: z.string(), roomId: z.uuid() }),
  'fetch-recording': z.object({ recordingSid: z.string() }),
  'reconcile-stale': nothing,
  'reconcile-unknown-sends': nothing,
  'retry-calls': nothing,
  'retry-operation': z.object({ operationId: z.uuid() }),
  'recover-missed': nothing,
  'send-scheduled': nothing,
  'ring-room': z.object({ roomId: z.uuid() }),
  'settle-room': z.object({ roomId: z.uuid() }),
  'look-at-rooms': nothing,
  'sync-numbers': nothing,
  'text-missed-callers': nothing,
  'wake-flows': nothing,
  'wake-snoozed': nothing,
  'delete-expired-recordings': nothing,
  prune: nothing,
} as const

export type JobTask = keyof typeof jobPayloads
export type JobPayload<Task extends JobTask> = z.infer<(typeof jobPayloads)[Task]>

export function isJobTask(task: string): task is JobTask {
  return task in jobPayloads
}
