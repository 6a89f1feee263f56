import type { FlowDefinition } from '@/shared/ivr/definition'
import type { Subflows } from '@/shared/ivr/simulate'
import { subflowSidsOf } from '@/shared/ivr/subflow-sids-of'
import type { Flow } from '@/shared/schemas/flow'
import { getFlowVersion, listFlows } from './flows'

/** The published flows that a flow runs within itself, and those that these run; asks nothing of a flow that runs none. */
export async function loadSubflows(definition: FlowDefinition): Promise<Subflows> {
  const loaded = new Map<string, FlowDefinition>()
  const waiting = subflowSidsOf(definition)
  const flows = waiting.length > 0 ? await allFlows() : []
  for (let sid = waiting.pop(); sid !== undefined; sid = waiting.pop()) {
    const flow = flows.find(({ flowSid }) => flowSid === sid)
    if (loaded.has(sid) || !flow || flow.publishedVersion === null) continue
    const version = await getFlowVersion(flow.id, flow.publishedVersion)
    loaded.set(sid, version.definition)
    waiting.push(...subflowSidsOf(version.definition))
  }
  return (flowSid) => loaded.get(flowSid) ?? null
}

async function allFlows(): Promise<Flow[]> {
  const flows: Flow[] = []
  let cursor: string | null = null
  do {
    const page = await listFlows(cursor)
    flows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return flows
}
