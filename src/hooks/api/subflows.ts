import type { FlowDefinition } from '@/shared/ivr/definition'
import type { Subflows } from '@/shared/ivr/simulate'
import { walkSubflows } from '@/shared/ivr/walk-subflows'
import type { Flow } from '@/shared/schemas/flow'
import { getFlowVersion, listFlows } from './flows'

/** The published flows that a flow runs within itself, and those that these run; asks nothing of a flow that runs none. */
export async function loadSubflows(definition: FlowDefinition): Promise<Subflows> {
  let flows: Flow[] | undefined
  return walkSubflows(definition, async (sid) => {
    flows ??= await allFlows()
    const flow = flows.find(({ flowSid }) => flowSid === sid)
    if (!flow || flow.publishedVersion === null) return null
    return (await getFlowVersion(flow.id, flow.publishedVersion)).definition
  })
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
