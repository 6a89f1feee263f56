import type { ivrFlows } from '@/lib/db/schema/flows'
import { ConflictError } from '@/shared/errors'

/** Somebody else saved meanwhile. */
export function draftConflict(row: typeof ivrFlows.$inferSelect) {
  return new ConflictError('Somebody else has saved this flow since you opened it.', {
    by: row.draftSavedBy,
    at: row.draftSavedAt.toISOString(),
    revision: row.draftRevision,
  })
}
