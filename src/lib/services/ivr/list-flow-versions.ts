import { desc, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { ivrFlowVersions } from '@/lib/db/schema/flows'
import { toFlowVersion } from '@/lib/services/ivr/to-flow'
import type { FlowVersion } from '@/shared/schemas/flow'

/** The published versions of a flow, the newest first; by the primary key. */
export async function listFlowVersions(
  ctx: Pick<CoreContext, 'database'>,
  { id }: { id: string },
): Promise<FlowVersion[]> {
  const { flowId, version, message, publishedBy, publishedAt } = ivrFlowVersions
  const rows = await ctx.database.drizzle
    .select({ flowId, version, message, publishedBy, publishedAt })
    .from(ivrFlowVersions)
    .where(eq(flowId, id))
    .orderBy(desc(version))
    .limit(200)
  return rows.map((row) => toFlowVersion(row))
}
