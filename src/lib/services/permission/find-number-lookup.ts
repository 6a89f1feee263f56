import type { CoreContext } from '@/lib/context'
import type { KnownLine } from '@/shared/schemas/permission'

/** What is known of a number's kind of line, and since when; nulls when nobody has looked it up. By the primary key; asks nobody. */
export async function findNumberLookup(
  ctx: Pick<CoreContext, 'database'>,
  { phoneNumber }: { phoneNumber: string },
): Promise<KnownLine> {
  const { rows } = await ctx.database.pool.query<{ line_type: string; looked_up_at: Date }>({
    name: 'find-line-type',
    text: 'select line_type, looked_up_at from phone_lookups where phone_number = $1',
    values: [phoneNumber],
  })
  const [row] = rows
  return {
    phoneNumber,
    lineType: row?.line_type ?? null,
    lookedUpAt: row?.looked_up_at.toISOString() ?? null,
  }
}
