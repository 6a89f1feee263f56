import type { contactConsents } from '@/lib/db/schema/permission'
import type { Consent } from '@/shared/schemas/consent'

/** A row of the consent ledger as lists and exports show it. */
export function toConsent(row: typeof contactConsents.$inferSelect): Consent {
  return {
    sequence: row.sequence,
    id: row.id,
    phoneNumber: row.phoneNumber,
    kind: row.kind,
    medium: row.medium,
    source: row.source,
    words: row.words,
    evidence: row.evidence,
    occurredAt: row.occurredAt.toISOString(),
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toISOString(),
    digest: row.digest,
    hash: row.hash,
  }
}
