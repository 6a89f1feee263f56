/** What is wrong with a flow. Errors keep it from being published. `state` is null for the flow as a whole. */
export type FlowIssue = { level: 'error' | 'warning'; code: FlowIssueCode; state: string | null; message: string }

export type FlowIssueCode =
  | 'no_beginning'
  | 'same_name'
  | 'unknown_widget'
  | 'widget_not_run'
  | 'wrong_channel'
  | 'property'
  | 'transition_to_nowhere'
  | 'unhandled'
  | 'unreachable'
  | 'endless'
  | 'broken_template'
  | 'undefined_variable'
  | 'unknown_comparison'
  | 'secret'
  | 'stop_never_arrives'

export function error(code: FlowIssueCode, state: string | null, message: string): FlowIssue {
  return { level: 'error', code, state, message }
}

export function warning(code: FlowIssueCode, state: string | null, message: string): FlowIssue {
  return { level: 'warning', code, state, message }
}
