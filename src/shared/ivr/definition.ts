import { z } from 'zod'

/** Twilio Studio's definition format. Objects are loose: what we do not know survives a round trip untouched. */
export const Condition = z.looseObject({
  friendly_name: z.string().optional(),
  arguments: z.array(z.string()).default([]),
  type: z.string(),
  value: z.coerce.string().default(''),
})
export type Condition = z.infer<typeof Condition>

export const Transition = z.looseObject({
  event: z.string(),
  /** The state that follows; without it the flow ends here. */
  next: z.string().optional(),
  conditions: z.array(Condition).optional(),
})
export type Transition = z.infer<typeof Transition>

/** One box of the flow; on screen it is called a step. */
export const FlowState = z.looseObject({
  name: z.string().min(1).max(128),
  type: z.string().min(1).max(64),
  transitions: z.array(Transition).max(100).default([]),
  properties: z.record(z.string(), z.unknown()).default({}),
})
export type FlowState = z.infer<typeof FlowState>

export const FlowDefinition = z.looseObject({
  description: z.string().default(''),
  states: z.array(FlowState).min(1).max(500),
  initial_state: z.string(),
  flags: z.looseObject({}).optional(),
})
export type FlowDefinition = z.infer<typeof FlowDefinition>

const indexes = new WeakMap<FlowDefinition, ReadonlyMap<string, FlowState>>()

/** The state of that name; undefined when a transition leads nowhere. */
export function findState(definition: FlowDefinition, name: string): FlowState | undefined {
  let index = indexes.get(definition)
  if (!index) {
    index = new Map(definition.states.map((state) => [state.name, state]))
    indexes.set(definition, index)
  }
  return index.get(name)
}
