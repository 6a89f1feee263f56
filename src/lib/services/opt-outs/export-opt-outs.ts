import { asc, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { optOuts } from '@/lib/db/schema/opt-outs'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toCsv } from '@/shared/csv/to-csv'

const most = 100_000

/** The ledger as CSV, the oldest entry first: all of it (twilio_opt_outs_at), or one number's. */
export async function exportOptOuts(
  ctx: CoreContext,
  { phoneNumber }: { phoneNumber?: string | undefined },
): Promise<string> {
  const rows = await ctx.database.drizzle
    .select()
    .from(optOuts)
    .where(phoneNumber === undefined ? undefined : eq(optOuts.phoneNumber, phoneNumber))
    .orderBy(asc(optOuts.recordedAt), asc(optOuts.id))
    .limit(most)
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, {
      action: 'opt_out.export',
      ...(phoneNumber && { subject: phoneNumber }),
      details: { rows: rows.length },
    }),
  )
  return toCsv([
    ['phone', 'what', 'when', 'source', 'words', 'our number', 'recorded by'],
    ...rows.map((row) => [
      row.phoneNumber,
      row.kind,
      row.recordedAt.toISOString(),
      row.source,
      row.words,
      row.ourNumber,
      row.recordedBy,
    ]),
  ])
}
