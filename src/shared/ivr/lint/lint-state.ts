import { predicateOf, sayIssue } from '../../say-issue'
import { classifyKeyword } from '../../opt-outs/classify-keyword'
import { conditionTypes } from '../condition-holds'
import type { FlowDefinition, FlowState } from '../definition'
import { findState } from '../definition'
import { isWidgetType, refusedWidgets, widgets } from '../widgets'
import { error, warning, type FlowIssue } from './flow-issue'
import { textsOf } from './texts-of'

/** What is wrong with one state, seen by itself. */
export function lintState(definition: FlowDefinition, state: FlowState): FlowIssue[] {
  return [...lintTransitions(definition, state), ...lintWidget(state), ...lintConditions(state)]
}

function lintTransitions(definition: FlowDefinition, state: FlowState): FlowIssue[] {
  return state.transitions.flatMap(({ event, next }) =>
    next === undefined || findState(definition, next)
      ? []
      : error('transition_to_nowhere', state.name, `“${event}” leads to “${next}”, which does not exist.`),
  )
}

function lintWidget(state: FlowState): FlowIssue[] {
  const refused = Object.hasOwn(refusedWidgets, state.type) ? refusedWidgets[state.type] : undefined
  if (refused !== undefined) return [error('widget_not_run', state.name, refused)]
  if (!isWidgetType(state.type)) {
    return [error('unknown_widget', state.name, `“${state.type}” is a kind of step that is not known here.`)]
  }
  const widget = widgets[state.type]
  // What holds variables is known only when somebody calls; it is checked then.
  const isFixed = !textsOf(state).some((text) => text.includes('{{') || text.includes('{%'))
  const parsed = isFixed ? widget.properties.safeParse(state.properties, { error: predicateOf }) : null
  const issues = parsed?.success === false ? parsed.error.issues : []
  const wrong = issues.map((issue) => error('property', state.name, sayIssue(issue, 'This step')))
  return [...wrong, ...unhandled(state, widget.events(state.properties))]
}

/** Ways out that happen to callers whatever the designer hoped for. */
const mustLead: readonly string[] = [
  'timeout',
  'noMatch',
  'noAudio',
  'failed',
  'fail',
  'failedToEnqueue',
  'notFound',
  'deliveryFailure',
]

function unhandled(state: FlowState, events: readonly string[]): FlowIssue[] {
  const led = new Set(state.transitions.flatMap(({ event, next }) => (next === undefined ? [] : event)))
  const isEnd = led.size === 0 && state.type !== 'gather-input-on-call' && state.type !== 'split-based-on'
  if (isEnd) return []
  return events
    .filter((event) => mustLead.includes(event) && !led.has(event))
    .map((event) => warning('unhandled', state.name, `“${event}” leads nowhere: the call ends there.`))
}

function lintConditions(state: FlowState): FlowIssue[] {
  const conditions = state.transitions.flatMap((transition) => transition.conditions ?? [])
  const unknown = conditions
    .filter(({ type }) => !conditionTypes.includes(type))
    .map(({ type }) => error('unknown_comparison', state.name, `There is no comparison “${type}”.`))
  const stop = conditions.some(({ value }) => value.split(',').some((word) => classifyKeyword(word) === 'STOP'))
  return stop
    ? [
        ...unknown,
        warning(
          'stop_never_arrives',
          state.name,
          'A text that says only STOP opts the person out and ends the flow before this step sees it.',
        ),
      ]
    : unknown
}
