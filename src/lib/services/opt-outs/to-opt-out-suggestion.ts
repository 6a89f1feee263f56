import type { optOutSuggestions } from '@/lib/db/schema/keywords'
import type { OptOutSuggestion } from '@/shared/schemas/opt-out-suggestion'

/** A row of opt_out_suggestions as lists, answers and live events show it. */
export function toOptOutSuggestion(row: typeof optOutSuggestions.$inferSelect): OptOutSuggestion {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  }
}
