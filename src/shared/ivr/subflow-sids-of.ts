import type { FlowDefinition } from './definition'

/** The flows that a flow runs within itself, by their SIDs. */
export function subflowSidsOf({ states }: FlowDefinition): string[] {
  return states.flatMap(({ type, properties }) =>
    type === 'run-subflow' && typeof properties.flow_sid === 'string' ? properties.flow_sid : [],
  )
}
