import type { CoreContext } from '@/lib/context'
import { findPublishedFlow } from '@/lib/services/ivr/find-published-flow'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { Subflows } from '@/shared/ivr/simulate'
import { subflowSidsOf } from '@/shared/ivr/subflow-sids-of'

/** The published flows that a flow runs within itself, and those that these run, for a walk without a database. */
export async function loadSubflows(ctx: Pick<CoreContext, 'database'>, definition: FlowDefinition): Promise<Subflows> {
  const loaded = new Map<string, FlowDefinition>()
  const waiting = subflowSidsOf(definition)
  for (let sid = waiting.pop(); sid !== undefined; sid = waiting.pop()) {
    const found = loaded.has(sid) ? null : await findPublishedFlow(ctx, { flowSid: sid })
    if (!found) continue
    loaded.set(sid, found.definition)
    waiting.push(...subflowSidsOf(found.definition))
  }
  return (flowSid) => loaded.get(flowSid) ?? null
}
