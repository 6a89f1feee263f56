import type { z } from 'zod'
import type { LiquidBudget } from '../liquid/render-liquid'
import type { Execution, Outputs } from './execution'
import type { FlowRequest, Verb } from './instruction'
import type { Transition } from './definition'

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

/** A widget with its properties' type closed over: they are checked before each use. */
export type Widget = Omit<WidgetKind<z.ZodType>, 'properties' | 'enter' | 'resume'> & {
  properties: z.ZodType
  enter: (properties: unknown, environment: StepEnvironment) => Entered
  resume: (properties: unknown, outcome: Outcome, environment: StepEnvironment) => Entered
}

export function defineWidget<Schema extends z.ZodType>(kind: WidgetKind<Schema>): Widget {
  return {
    ...kind,
    enter: (properties, environment) => kind.enter(kind.properties.parse(properties), environment),
    resume: (properties, outcome, environment) => {
      if (!kind.resume) throw new Error('this step waits for nothing')
      return kind.resume(kind.properties.parse(properties), outcome, environment)
    },
  }
}
