import { and, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { ivrFlowVersions } from '@/lib/db/schema/flows'
import { toFlowVersion } from '@/lib/services/ivr/to-flow'
import { NotFoundError } from '@/shared/errors'
import { FlowDefinition } from '@/shared/ivr/definition'
import type { FlowVersionWithDefinition } from '@/shared/schemas/flow'

/** One published version; NotFoundError when there is none. */
export async function getFlowVersion(
  ctx: Pick<CoreContext, 'database'>,
  { id, version }: { id: string; version: number },
): Promise<FlowVersionWithDefinition> {
  const [row] = await ctx.database.drizzle
    .select()
    .from(ivrFlowVersions)
    .where(and(eq(ivrFlowVersions.flowId, id), eq(ivrFlowVersions.version, version)))
  if (!row) throw new NotFoundError('There is no such version.')
  return { ...toFlowVersion(row), definition: FlowDefinition.parse(row.definition) }
}
