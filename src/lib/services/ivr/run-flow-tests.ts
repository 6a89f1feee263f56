import { asc, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { ivrFlowTests } from '@/lib/db/schema/flows'
import { loadSubflows } from '@/lib/services/ivr/load-subflows'
import type { FlowDefinition } from '@/shared/ivr/definition'
import { FlowTestScript, playFlowTest } from '@/shared/ivr/flow-test'
import type { FlowTestRun } from '@/shared/schemas/flow'

/** Plays every saved test of a flow against a definition. */
export async function runFlowTests(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { flowId, definition }: { flowId: string; definition: FlowDefinition },
): Promise<FlowTestRun[]> {
  const tests = await ctx.database.drizzle
    .select()
    .from(ivrFlowTests)
    .where(eq(ivrFlowTests.flowId, flowId))
    .orderBy(asc(ivrFlowTests.createdAt))
  const subflows = tests.length === 0 ? undefined : await loadSubflows(ctx, definition)
  return tests.map(({ id, name, script }) => {
    const result = playFlowTest(definition, FlowTestScript.parse(script), ctx.clock.now(), subflows)
    return result.passed
      ? { id, name, passed: true, line: null, reason: null }
      : { id, name, passed: false, line: result.line, reason: result.reason }
  })
}
