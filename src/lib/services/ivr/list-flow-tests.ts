import { asc, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { ivrFlowTests } from '@/lib/db/schema/flows'
import { FlowTestScript } from '@/shared/ivr/flow-test'
import type { FlowTest } from '@/shared/schemas/flow'

/** The tests of a flow, the oldest first; by the unique index on flow and name. */
export async function listFlowTests(
  ctx: Pick<CoreContext, 'database'>,
  { flowId }: { flowId: string },
): Promise<FlowTest[]> {
  const rows = await ctx.database.drizzle
    .select()
    .from(ivrFlowTests)
    .where(eq(ivrFlowTests.flowId, flowId))
    .orderBy(asc(ivrFlowTests.createdAt))
  return rows.map((row) => toFlowTest(row))
}

export function toFlowTest(row: typeof ivrFlowTests.$inferSelect): FlowTest {
  return { id: row.id, flowId: row.flowId, name: row.name, script: FlowTestScript.parse(row.script) }
}
