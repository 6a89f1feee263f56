import type { LiquidBudget } from '../liquid/render-liquid'
import { findState, type FlowDefinition, type FlowState } from './definition'
import type { Execution, Outputs } from './execution'
import type { Pending, Verb, Visit } from './instruction'
import type { Entered, Left, Outcome, StepEnvironment, Widget } from './widget'
import { isWidgetType, widgets } from './widgets'

/** What happens to an execution. */
export type FlowInput =
  | { input: 'start' }
  /** Twilio asks again: what was said is over. */
  | { input: 'returned' }
  | { input: 'hung-up' }
  | ({ input: 'outcome' } & Outcome)

export type Stepped = { execution: Execution; verbs: Verb[]; pending: Pending | null; visits: Visit[] }

/** States in one run: a flow that goes round for ever ends politely instead of keeping a caller or us busy. */
export const mostSteps = 1_000
/** States between two waits: none of them hears anything from outside. */
const mostStepsAtOnce = 200
/** For the variables of all states between two waits: nobody else is served meanwhile. */
const mostLiquidMilliseconds = 200

export const politeEnd: Verb[] = [
  { verb: 'say', text: 'We are sorry, we cannot go on with this call. Please try again later. Goodbye.', loop: 1 },
  { verb: 'hang-up' },
]

/**
 * Runs a flow from one wait to the next: the one engine of live calls, texts, the simulator and flow tests. Pure: takes what was, gives what
 * is, what is heard and what to wait for. `definition` is that of the innermost flow (`execution.flowId`, `version`). Never throws on what a
 * flow or a caller does: a state that fails takes its failure transition, else the flow ends politely.
 */
export function step(definition: FlowDefinition, before: Execution, input: FlowInput, now: Date): Stepped {
  const stepped = advance(definition, before, input, now)
  stepped.execution.visits += stepped.visits.length
  return stepped
}

function advance(definition: FlowDefinition, before: Execution, input: FlowInput, now: Date): Stepped {
  const run: Stepped = { execution: { ...before }, verbs: [], pending: null, visits: [] }
  const budget = { milliseconds: mostLiquidMilliseconds }
  if (before.status === 'ended') return run
  if (input.input === 'hung-up') return hangUp(definition, run, now, budget)
  if (input.input === 'start') run.execution.at = definition.initial_state
  else if (input.input === 'outcome') {
    const state = before.at === null ? undefined : findState(definition, before.at)
    if (!state) return end(run, 'failed')
    if (input.outcome === 'reported' && input.parameters.CallStatus === 'completed') run.execution.callOver = true
    if (!resume(run, state, input, now, budget)) return run
  }
  return walk(definition, run, now, budget)
}

/** Enters states until one waits. */
function walk(definition: FlowDefinition, run: Stepped, now: Date, budget: LiquidBudget): Stepped {
  const { execution } = run
  for (let steps = 0; execution.at !== null; steps += 1) {
    if (steps >= mostStepsAtOnce || execution.steps >= mostSteps) return end(run, 'cap')
    const state = findState(definition, execution.at)
    if (!state || !isWidgetType(state.type)) return end(run, 'failed')
    const widget = widgets[state.type]
    if (widget.acts && run.verbs.length > 0) {
      execution.phase = 'entering'
      run.pending = { wait: 'return' }
      return run
    }
    execution.steps += 1
    const isGoingOn = settle(run, state, widget, () => {
      if (execution.callOver && isSpoken(widget)) return null
      return widget.enter(state.properties, environment(run, state, now, budget))
    })
    if (!isGoingOn) return run
  }
  return finish(run)
}

function resume(run: Stepped, state: FlowState, outcome: Outcome, now: Date, budget: LiquidBudget): boolean {
  if (!isWidgetType(state.type)) return (end(run, 'failed'), false)
  const widget = widgets[state.type]
  return settle(run, state, widget, () =>
    widget.resume(state.properties, outcome, environment(run, state, now, budget)),
  )
}

/** Does what a widget says; true when the flow goes on at once. */
function settle(run: Stepped, state: FlowState, widget: Widget, act: () => Entered | null): boolean {
  const { execution } = run
  let entered: Entered | null
  try {
    entered = act()
  } catch (error) {
    return fail(run, state, widget, error instanceof Error ? error.message : 'failed')
  }
  if (entered === null) return (end(run, 'hangup'), false)
  execution.phase = 'waiting'
  if ('request' in entered) run.pending = { wait: 'request', request: entered.request }
  else if ('wait' in entered && entered.wait === 'message') {
    remember(execution, state, entered.outputs)
    run.pending = { wait: 'message', timeout: entered.timeout }
  } else {
    if (entered.verbs && !execution.callOver) run.verbs.push(...entered.verbs)
    if ('event' in entered) return leave(run, state, entered)
    run.pending = { wait: 'report' }
  }
  run.visits.push({ state: state.name, type: state.type, event: null, outputs: {}, failure: null })
  return false
}

function fail(run: Stepped, state: FlowState, widget: Widget, failure: string): boolean {
  const event = widget.failure
  const next =
    event === undefined ? undefined : state.transitions.find((transition) => transition.event === event)?.next
  run.visits.push({ state: state.name, type: state.type, event: event ?? null, outputs: {}, failure })
  if (next === undefined) return (end(run, 'failed'), false)
  run.execution.at = next
  return true
}

function leave(run: Stepped, state: FlowState, { event, outputs, variables }: Left): boolean {
  const { execution } = run
  const [name, index] = event.split(':')
  remember(execution, state, outputs)
  if (variables) execution.variables = { ...execution.variables, ...variables }
  const transition =
    index === undefined
      ? state.transitions.find((candidate) => candidate.event === name)
      : state.transitions[Number(index)]
  run.visits.push({ state: state.name, type: state.type, event: name ?? event, outputs: outputs ?? {}, failure: null })
  execution.at = transition?.next ?? null
  execution.phase = 'entering'
  return true
}

function remember(execution: Execution, state: FlowState, outputs: Outputs | undefined) {
  if (!outputs) return
  execution.widgets = { ...execution.widgets, [state.name]: { ...execution.widgets[state.name], ...outputs } }
  if (state.type === 'eva-contact-lookup') execution.contact = { ...outputs, ...channelOf(execution) }
}

/** The caller is gone: what can still be done without them is done. */
function hangUp(definition: FlowDefinition, run: Stepped, now: Date, budget: LiquidBudget): Stepped {
  const { execution } = run
  execution.callOver = true
  const state = execution.at === null ? undefined : findState(definition, execution.at)
  const event = state && isWidgetType(state.type) ? widgets[state.type].hangUp : undefined
  if (!state || event === undefined || execution.phase !== 'waiting') return end(run, 'hangup')
  leave(run, state, { event })
  return execution.at === null ? end(run, 'hangup') : walk(definition, run, now, budget)
}

/** The innermost flow is over: the one around it goes on, or the call ends. */
function finish(run: Stepped): Stepped {
  const { execution } = run
  const outer = execution.outer.at(-1)
  if (!outer) {
    if (execution.channel === 'call' && !execution.callOver) run.verbs.push({ verb: 'hang-up' })
    return end(run, execution.callOver ? 'hangup' : 'flow')
  }
  const outputs = execution.variables
  Object.assign(execution, outer, { outer: execution.outer.slice(0, -1), phase: 'waiting' })
  run.pending = { wait: 'outer', event: 'completed', outputs }
  return run
}

function end(run: Stepped, endedBy: NonNullable<Execution['endedBy']>): Stepped {
  const { execution } = run
  Object.assign(execution, { status: 'ended', endedBy, at: null, outer: [] })
  run.pending = null
  if ((endedBy === 'cap' || endedBy === 'failed') && execution.channel === 'call' && !execution.callOver) {
    run.verbs.push(...politeEnd)
  }
  return run
}

function environment(run: Stepped, state: FlowState, now: Date, budget: LiquidBudget): StepEnvironment {
  return { now, budget, execution: run.execution, transitions: state.transitions }
}

/** Only a live call can be told something; the flow may still text or write down after it. */
function isSpoken(widget: Widget) {
  return widget.channels.length === 1 && widget.channels[0] === 'call' && !widget.acts
}

function channelOf({ contact }: Execution): Outputs {
  return contact.channel === undefined ? {} : { channel: contact.channel }
}
