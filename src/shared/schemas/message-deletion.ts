import { z } from 'zod'

/** What became of a text that was deleted: here, at Twilio, and what nobody can delete. */
export const MessageDeletionReceipt = z.object({
  id: z.uuid(),
  messageSid: z.string().nullable(),
  deletedAt: z.iso.datetime(),
  files: z.number().int(),
  /** `absent`: Twilio had no copy, or none any more; `pending`: it could not be deleted there yet and is tried again. */
  twilio: z.enum(['deleted', 'absent', 'pending']),
  /** What remains, each as a sentence. */
  remains: z.array(z.string()),
})
export type MessageDeletionReceipt = z.infer<typeof MessageDeletionReceipt>
