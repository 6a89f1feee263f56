import { and, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { ivrFlowTests } from '@/lib/db/schema/flows'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getFlow } from '@/lib/services/ivr/get-flow'
import { toFlowTest } from '@/lib/services/ivr/list-flow-tests'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError } from '@/shared/errors'
import type { FlowTestScript } from '@/shared/ivr/flow-test'
import type { FlowTest } from '@/shared/schemas/flow'

/** Adds a test to a flow, or replaces the one with `id`. Names are unique within a flow: ConflictError. */
export async function saveFlowTest(
  ctx: CoreContext,
  input: { flowId: string; id?: string; name: string; script: FlowTestScript },
): Promise<FlowTest> {
  await getFlow(ctx, { id: input.flowId })
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const id = input.id ?? uuidV7(at)
    const [namesake] = await tx.drizzle
      .select({ id: ivrFlowTests.id })
      .from(ivrFlowTests)
      .where(and(eq(ivrFlowTests.flowId, input.flowId), eq(ivrFlowTests.name, input.name)))
    if (namesake && namesake.id !== id) throw new ConflictError('This flow has a test of that name.')
    const [written] = await tx.drizzle
      .insert(ivrFlowTests)
      .values({ id, flowId: input.flowId, name: input.name, script: input.script, createdAt: at, updatedAt: at })
      .onConflictDoUpdate({ target: ivrFlowTests.id, set: { name: input.name, script: input.script, updatedAt: at } })
      .returning()
    if (!written) throw new Error('the test was not written')
    await recordAudit(ctx, tx, { action: 'flow_test.save', subject: input.flowId, details: { name: input.name } })
    return toFlowTest(written)
  })
}
