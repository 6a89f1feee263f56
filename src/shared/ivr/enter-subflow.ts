import type { Execution, Outputs } from './execution'

/** Flows within flows: more is a flow that calls itself. */
export const deepestSubflow = 10

/** The execution at the beginning of a flow within the one that asked for it; null when it is nested too deep. */
export function enterSubflow(
  execution: Execution,
  subflow: { flowId: string; version: number; data: Outputs },
): Execution | null {
  if (execution.outer.length >= deepestSubflow) return null
  const { flowId, version, at, variables, data, widgets } = execution
  return {
    ...execution,
    ...subflow,
    at: null,
    variables: {},
    widgets: {},
    phase: 'entering',
    outer: [...execution.outer, { flowId, version, at, variables, data, widgets }],
  }
}
