import type { FlowDefinition } from './definition'
import type { Subflows } from './simulate'

/** The published flows that a flow runs within itself, and those that these run; each is asked for once, of a flow that runs none nothing. */
export async function walkSubflows(
  definition: FlowDefinition,
  findPublished: (flowSid: string) => Promise<FlowDefinition | null>,
): Promise<Subflows> {
  const loaded = new Map<string, FlowDefinition>()
  const waiting = sidsIn(definition)
  for (let sid = waiting.pop(); sid !== undefined; sid = waiting.pop()) {
    const found = loaded.has(sid) ? null : await findPublished(sid)
    if (!found) continue
    loaded.set(sid, found)
    waiting.push(...sidsIn(found))
  }
  return (flowSid) => loaded.get(flowSid) ?? null
}

function sidsIn({ states }: FlowDefinition): string[] {
  return states.flatMap(({ type, properties }) =>
    type === 'run-subflow' && typeof properties.flow_sid === 'string' ? properties.flow_sid : [],
  )
}
