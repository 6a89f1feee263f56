import type { optOuts } from '@/lib/db/schema/opt-outs'
import type { OptOut } from '@/shared/schemas/opt-out'

/** A row of the ledger as lists and answers show it. */
export function toOptOut(row: typeof optOuts.$inferSelect): OptOut {
  return {
    id: row.id,
    phoneNumber: row.phoneNumber,
    kind: row.kind,
    source: row.source,
    words: row.words,
    ourNumber: row.ourNumber,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toISOString(),
  }
}
