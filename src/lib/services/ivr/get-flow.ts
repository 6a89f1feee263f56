import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { ivrFlows } from '@/lib/db/schema/flows'
import { toFlowWithDraft } from '@/lib/services/ivr/to-flow'
import { NotFoundError } from '@/shared/errors'
import type { FlowWithDraft } from '@/shared/schemas/flow'

/** One flow with its draft; NotFoundError when there is none or it was put away. */
export async function getFlow(ctx: Pick<CoreContext, 'database'>, { id }: { id: string }): Promise<FlowWithDraft> {
  const [row] = await ctx.database.drizzle
    .select()
    .from(ivrFlows)
    .where(and(eq(ivrFlows.id, id), isNull(ivrFlows.archivedAt)))
  if (!row) throw new NotFoundError('There is no such flow.')
  return toFlowWithDraft(row)
}
