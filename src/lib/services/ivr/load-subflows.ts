import type { CoreContext } from '@/lib/context'
import { findPublishedFlow } from '@/lib/services/ivr/find-published-flow'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { Subflows } from '@/shared/ivr/simulate'
import { walkSubflows } from '@/shared/ivr/walk-subflows'

/** The published flows that a flow runs within itself, and those that these run, for a walk without a database. */
export async function loadSubflows(ctx: Pick<CoreContext, 'database'>, definition: FlowDefinition): Promise<Subflows> {
  return walkSubflows(definition, async (flowSid) => (await findPublishedFlow(ctx, { flowSid }))?.definition ?? null)
}
