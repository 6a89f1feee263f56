import type { recoveries } from '@/lib/db/schema/recoveries'
import type { Recovery } from '@/shared/schemas/recovery'

/** A row of twilio_recoveries as answers show it. */
export function toRecovery(row: typeof recoveries.$inferSelect): Recovery {
  return {
    id: row.id,
    recoveredAt: row.recoveredAt.toISOString(),
    texts: row.texts,
    calls: row.calls,
    recordings: row.recordings,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
  }
}
