import { z } from 'zod'
import { PageQuery } from './page'

/** What can fail and be tried again: a text, deleting one or a recording at Twilio, a call, a background job, a webhook that could not be handled, what follows from an event. */
export const FailedOperationKind = z.enum([
  'message.send',
  'message.delete',
  'call.place',
  'recording.delete',
  'job',
  'webhook',
  'follower',
])
export type FailedOperationKind = z.infer<typeof FailedOperationKind>

export const FailedOperationStatus = z.enum(['failed', 'retrying', 'succeeded', 'dismissed'])

export const FailedOperation = z.object({
  id: z.uuid(),
  kind: FailedOperationKind,
  /** The id or key of what failed. */
  subject: z.string(),
  /** Whom a text or call was for, and how the text begins; null for other kinds. */
  to: z.string().nullable(),
  preview: z.string().nullable(),
  /** Why, as a sentence. */
  reason: z.string(),
  status: FailedOperationStatus,
  attempts: z.number().int(),
  /** When it is tried again by itself; null: only when a person asks. */
  retryAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  settledBy: z.string().nullable(),
})
export type FailedOperation = z.infer<typeof FailedOperation>

export const ListOperationsQuery = PageQuery.extend({
  status: FailedOperationStatus.optional(),
  kind: FailedOperationKind.optional(),
  /** true: only what still waits for somebody. */
  open: z.stringbool().optional(),
})
export type ListOperationsQuery = z.infer<typeof ListOperationsQuery>
