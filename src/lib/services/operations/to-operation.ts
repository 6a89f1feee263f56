import { z } from 'zod'
import type { failedOperations } from '@/lib/db/schema/operations'
import { messagePreview } from '@/shared/messages/message-preview'
import { FailedOperationKind, type FailedOperation } from '@/shared/schemas/operation'

const Outgoing = z.object({
  to: z.string(),
  body: z.string().optional(),
  mediaUrls: z.array(z.string()).default([]),
})

/** A row of failed_operations as lists and answers show it; what else it needs to be tried again stays inside. */
export function toOperation(row: typeof failedOperations.$inferSelect): FailedOperation {
  const outgoing =
    row.kind === 'message.send' || row.kind === 'call.place' ? Outgoing.safeParse(row.payload).data : null
  return {
    id: row.id,
    kind: FailedOperationKind.parse(row.kind),
    subject: row.subject,
    to: outgoing?.to ?? null,
    preview: outgoing?.body === undefined ? null : messagePreview(outgoing.body, outgoing.mediaUrls.length),
    reason: row.reason,
    status: row.status,
    attempts: row.attempts,
    retryAt: row.retryAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    settledBy: row.settledBy,
  }
}
