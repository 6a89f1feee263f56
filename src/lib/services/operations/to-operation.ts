import type { failedOperations } from '@/lib/db/schema/operations'
import { FailedOperationKind, type FailedOperation } from '@/shared/schemas/operation'

/** A row of failed_operations as lists and answers show it; what it needs to be tried again stays inside. */
export function toOperation(row: typeof failedOperations.$inferSelect): FailedOperation {
  return {
    id: row.id,
    kind: FailedOperationKind.parse(row.kind),
    subject: row.subject,
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
