import { and, desc, eq, lt } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contactConsents } from '@/lib/db/schema/permission'
import { toConsent } from '@/lib/services/consents/to-consent'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { InvalidError } from '@/shared/errors'
import type { ListConsentsQuery } from '@/shared/schemas/consent'

/** The ledger, newest first: all of it (primary key), or one number's (contact_consents_newest). */
export async function listConsents(ctx: Pick<CoreContext, 'database'>, query: ListConsentsQuery) {
  const syncCursor = await currentCursor(ctx)
  if (query.cursor !== undefined && !/^\d{1,15}$/.test(query.cursor)) {
    throw new InvalidError('This cursor is not one of ours. Start the list again without it.')
  }
  const rows = await ctx.database.drizzle
    .select()
    .from(contactConsents)
    .where(
      and(
        query.phoneNumber ? eq(contactConsents.phoneNumber, query.phoneNumber) : undefined,
        query.cursor ? lt(contactConsents.sequence, Number(query.cursor)) : undefined,
      ),
    )
    .orderBy(desc(contactConsents.sequence))
    .limit(query.limit + 1)
  const kept = rows.slice(0, query.limit)
  const last = kept.at(-1)
  return {
    items: kept.map((row) => toConsent(row)),
    nextCursor: rows.length > query.limit && last ? String(last.sequence) : null,
    syncCursor,
  }
}
