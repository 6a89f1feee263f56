import { z } from 'zod'

/** What a widget gives to those after it, as `widgets.<name>.<key>`. */
export const Outputs = z.record(z.string(), z.json())
export type Outputs = z.infer<typeof Outputs>

const frame = {
  flowId: z.string(),
  version: z.number().int(),
  /** The state that runs or waits; null before the first and after the last. */
  at: z.string().nullable(),
  variables: Outputs,
  data: Outputs,
  widgets: z.record(z.string(), Outputs),
}

/** One caller's or texter's run through one published version, as it is kept between two steps. */
export const Execution = z.object({
  id: z.string(),
  channel: z.enum(['call', 'message']),
  status: z.enum(['active', 'ended']),
  /** Why it ended. `cap`: it went round without end; `failed`: a step failed and the flow says nothing of it. */
  endedBy: z.enum(['flow', 'hangup', 'cap', 'failed']).nullable(),
  /** `entering`: the state at `at` begins when Twilio comes back; `waiting`: it has begun. */
  phase: z.enum(['entering', 'waiting']),
  steps: z.number().int(),
  /** Visits so far: the next one's place in the log. */
  visits: z.number().int(),
  /** The caller has hung up: nothing can be said any more. */
  callOver: z.boolean(),
  trigger: Outputs,
  contact: Outputs,
  ...frame,
  /** The flows that wait for this one to end, the outermost first. */
  outer: z.array(z.object(frame)).max(10),
})
export type Execution = z.infer<typeof Execution>

/** A run before its first step. `address` is the other party's number. */
export function newExecution(input: {
  id: string
  flowId: string
  version: number
  channel: Execution['channel']
  address: string
  trigger: Outputs
  contact?: Outputs
  data?: Outputs
}): Execution {
  return {
    id: input.id,
    channel: input.channel,
    status: 'active',
    endedBy: null,
    phase: 'entering',
    steps: 0,
    visits: 0,
    callOver: false,
    trigger: input.trigger,
    contact: { ...input.contact, channel: { address: input.address } },
    flowId: input.flowId,
    version: input.version,
    at: null,
    variables: {},
    data: input.data ?? {},
    widgets: {},
    outer: [],
  }
}
