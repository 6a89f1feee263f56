import { and, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { ivrFlowTests } from '@/lib/db/schema/flows'
import { recordAudit } from '@/lib/services/audit/record-audit'

/** Deletes a test of a flow; one that is gone already is no error. */
export async function deleteFlowTest(ctx: CoreContext, { flowId, id }: { flowId: string; id: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const deleted = await tx.drizzle
      .delete(ivrFlowTests)
      .where(and(eq(ivrFlowTests.flowId, flowId), eq(ivrFlowTests.id, id)))
      .returning({ name: ivrFlowTests.name })
    if (!deleted[0]) return
    await recordAudit(ctx, tx, { action: 'flow_test.delete', subject: flowId, details: deleted[0] })
  })
}
