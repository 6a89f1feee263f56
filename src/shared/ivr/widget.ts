import type { z } from 'zod'
import type { LiquidBudget } from '../liquid/render-liquid'
import type { Execution, Outputs } from './execution'
import type { FlowRequest, Verb } from './instruction'
import type { Transition } from './definition'
import { renderProperties } from './render-properties'
import { scopeOf } from './scope-of'

/** What a step may look at; nothing here changes but the time left for filling in variables. */
export type StepEnvironment = {
  now: Date
  execution: Execution
  transitions: readonly Transition[]
  budget: LiquidBudget
}

/** The state is left by `event`. */
export type Left = { event: string; outputs?: Outputs; variables?: Outputs }

export type Entered =
  | (Left & { verbs?: Verb[] })
  | { verbs: Verb[]; wait: 'report' }
  | { request: FlowRequest }
  | { wait: 'message'; timeout: number; outputs?: Outputs }

/** What has become of what a state waited for. */
export type Outcome =
  | { outcome: 'reported'; parameters: Readonly<Record<string, string>> }
  | { outcome: 'answered'; event: string; outputs: Outputs }
  | { outcome: 'message'; parameters: Readonly<Record<string, string>> }
  | { outcome: 'timed-out' }

export type WidgetKind<Schema extends z.ZodType> = {
  /** What the palette and the box say. */
  label: string
  channels: readonly Execution['channel'][]
  /** Something outside the flow happens: what was said before must have been heard. */
  acts?: true
  properties: Schema
  /** The events by which it can be left, also while its properties are still incomplete. */
  events: (properties: Readonly<Record<string, unknown>>) => readonly string[]
  /** By which event it is left when it fails; absent: the flow ends politely. */
  failure?: string
  /** By which event it is left when the caller hangs up in it. */
  hangUp?: string
  enter: (properties: z.output<Schema>, environment: StepEnvironment) => Entered
  resume?: (properties: z.output<Schema>, outcome: Outcome, environment: StepEnvironment) => Entered
}

type WrittenProperties = Readonly<Record<string, unknown>>

/** A widget with its properties' type closed over: their variables are filled and they are checked before each use. */
export type Widget = Omit<WidgetKind<z.ZodType>, 'properties' | 'enter' | 'resume'> & {
  properties: z.ZodType
  enter: (properties: WrittenProperties, environment: StepEnvironment) => Entered
  resume: (properties: WrittenProperties, outcome: Outcome, environment: StepEnvironment) => Entered
}

export function defineWidget<Schema extends z.ZodType>(kind: WidgetKind<Schema>): Widget {
  const read = reader(kind.properties)
  return {
    ...kind,
    enter: (properties, environment) => kind.enter(read(properties, environment), environment),
    resume: (properties, outcome, environment) => {
      if (!kind.resume) throw new Error('this step waits for nothing')
      return kind.resume(read(properties, environment), outcome, environment)
    },
  }
}

/** Properties without variables are the same for every caller: they are checked once. */
function reader<Schema extends z.ZodType>(schema: Schema) {
  const constant = new WeakMap<WrittenProperties, z.output<Schema>>()
  return (properties: WrittenProperties, { execution, budget }: StepEnvironment): z.output<Schema> => {
    const filled = renderProperties(properties, () => scopeOf(execution), budget)
    if (filled !== properties) return schema.parse(filled)
    const known = constant.get(properties)
    if (known !== undefined) return known
    const checked = schema.parse(properties)
    constant.set(properties, checked)
    return checked
  }
}
