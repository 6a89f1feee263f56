import { z } from 'zod'
import type { FlowDefinition } from './definition'
import { enterSubflow } from './enter-subflow'
import { newExecution, Outputs, type Execution } from './execution'
import type { FlowRequest, Pending, Verb } from './instruction'
import { beginRecording, withSentence } from './recorded-verbs'
import { step, type FlowInput, type Stepped } from './step'

/** What the person at the other end does. `dialed`: how ringing somebody for them ended. */
export const SimulatedDeed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('press'), digits: z.string().regex(/^[0-9*#]{1,32}$/) }),
  z.object({ do: z.literal('say'), text: z.string().min(1).max(1600) }),
  z.object({ do: z.literal('text'), body: z.string().max(1600) }),
  z.object({ do: z.literal('record'), seconds: z.number().int().min(0).max(14_400) }),
  z.object({ do: z.literal('dialed'), status: z.enum(['completed', 'no-answer', 'busy', 'failed']) }),
  z.object({ do: z.literal('wait') }),
  z.object({ do: z.literal('hang up') }),
])
export type SimulatedDeed = z.infer<typeof SimulatedDeed>

/** What stands in for the world: per state, the event and outputs that its request is answered with. */
export const SimulatedWorld = z.object({
  channel: z.enum(['call', 'message']).default('call'),
  from: z.string().max(64).default('+15555550100'),
  to: z.string().max(64).default('+15555550199'),
  body: z.string().max(1600).default(''),
  at: z.iso.datetime().optional(),
  contact: Outputs.optional(),
  /** What callers hear before a step records them, once. */
  recordingNotice: z.string().max(500).nullable().optional(),
  answers: z.record(z.string(), z.object({ event: z.string(), outputs: Outputs.default({}) })).default({}),
})
export type SimulatedWorld = z.infer<typeof SimulatedWorld>

/** A walk through a flow, as far as it came. */
export type Simulation = {
  execution: Execution
  pending: Pending | null
  /** What was heard or read, and what happened outside, in order. */
  lines: SimulatedLine[]
  path: { state: string; type: string; event: string | null; failure: string | null }[]
}
export type SimulatedLine =
  | { kind: 'heard'; text: string }
  | { kind: 'texted'; to: string; text: string }
  | { kind: 'did'; text: string }
  | { kind: 'happened'; text: string }

export type Subflows = (flowSid: string) => FlowDefinition | null

/** Begins a walk; the same engine as a live call. Requests are answered from the world, else as if they had gone well. */
export function beginSimulation(
  definition: FlowDefinition,
  world: SimulatedWorld,
  now: Date,
  subflows: Subflows = () => null,
): Simulation {
  const trigger: Outputs =
    world.channel === 'call'
      ? { call: { From: world.from, To: world.to, Direction: 'inbound', CallStatus: 'ringing', CallSid: 'CA0' } }
      : { message: { From: world.from, To: world.to, Body: world.body, MessageSid: 'SM0' } }
  const execution = newExecution({
    id: 'FN0',
    flowId: 'FW0',
    version: 0,
    channel: world.channel,
    address: world.from,
    trigger,
    contact: world.contact ?? {},
  })
  const begun: Simulation = { execution, pending: null, lines: [], path: [] }
  return proceed({ definition, world, now, subflows }, begun, { input: 'start' })
}

/** The person does something; what does not fit what the flow waits for is what silence would be. */
export function continueSimulation(
  definition: FlowDefinition,
  world: SimulatedWorld,
  now: Date,
  before: Simulation,
  deed: SimulatedDeed,
  subflows: Subflows = () => null,
): Simulation {
  const simulation: Simulation = {
    ...before,
    lines: [...before.lines, { kind: 'did', text: describe(deed) }],
    path: [...before.path],
  }
  if (before.execution.status === 'ended') return simulation
  return proceed({ definition, world, now, subflows }, simulation, inputOf(deed))
}

type Stage = { definition: FlowDefinition; world: SimulatedWorld; now: Date; subflows: Subflows }

/** Runs until the person is to do something. The definition of a flow within the flow is found by its number in `version`. */
function proceed(stage: Stage, simulation: Simulation, input: FlowInput): Simulation {
  const { definition, world, now, subflows } = stage
  const flowOf = ({ flowId }: Execution) => (flowId === 'FW0' ? definition : subflows(flowId))
  let next: FlowInput = input
  for (;;) {
    const flow = flowOf(simulation.execution)
    if (!flow) return simulation
    const stepped = step(flow, simulation.execution, next, now)
    note(simulation, stepped, world.recordingNotice ?? null)
    const { pending } = stepped
    if (pending?.wait === 'return') next = { input: 'returned' }
    else if (pending?.wait === 'outer')
      next = { input: 'outcome', outcome: 'answered', event: pending.event, outputs: pending.outputs }
    else if (pending?.wait === 'request') next = answer(stage, simulation, pending.request)
    else return simulation
  }
}

function note(simulation: Simulation, { execution, pending, verbs, visits }: Stepped, notice: string | null) {
  simulation.execution = execution
  simulation.pending = pending
  const isTold = simulation.lines.some(({ kind, text }) => kind === 'heard' && text === notice)
  const said = notice !== null && !isTold && beginRecording(verbs) ? withSentence(verbs, notice) : verbs
  simulation.lines.push(...said.flatMap((verb) => heard(verb)))
  simulation.path.push(...visits.map(({ state, type, event, failure }) => ({ state, type, event, failure })))
}

function heard(verb: Verb): SimulatedLine[] {
  switch (verb.verb) {
    case 'say':
      return [{ kind: 'heard', text: verb.text }]
    case 'play':
      return [{ kind: 'heard', text: `♪ ${verb.url}` }]
    case 'play-digits':
      return [{ kind: 'heard', text: `keys ${verb.digits}` }]
    case 'gather':
      return verb.prompt.flatMap((prompt) => heard(prompt))
    case 'dial':
      return [{ kind: 'happened', text: `rings ${verb.to.join(', ')}${verb.record ? ', and records' : ''}` }]
    case 'record':
      return verb.playBeep ? [{ kind: 'heard', text: 'beep' }] : []
    case 'enqueue':
      return [{ kind: 'happened', text: `waits in the queue ${verb.queueName}` }]
    case 'redirect':
      return [{ kind: 'happened', text: `goes to ${verb.url}` }]
    case 'start-recording':
      return [{ kind: 'happened', text: 'recording begins' }]
    case 'stop-recording':
      return [{ kind: 'happened', text: 'recording ends' }]
    case 'hang-up':
      return [{ kind: 'happened', text: 'the call ends' }]
  }
}

/** What a request is answered with when nothing is said of it: the good end. */
const goodEnds: Record<Exclude<FlowRequest['request'], 'subflow'>, string> = {
  http: 'success',
  'send-message': 'sent',
  'place-call': 'answered',
  'find-contact': 'notFound',
  'opt-out': 'done',
  'call-back': 'requested',
  classify: 'noMatch',
}

function answer({ world, subflows }: Stage, simulation: Simulation, request: FlowRequest): FlowInput {
  const state = simulation.execution.at ?? ''
  simulation.lines.push(lineOf(request))
  if (request.request === 'subflow' && subflows(request.flowSid)) {
    const entered = enterSubflow(simulation.execution, {
      flowId: request.flowSid,
      version: 0,
      data: request.parameters,
    })
    if (entered) {
      simulation.execution = entered
      return { input: 'start' }
    }
  }
  const given = Object.hasOwn(world.answers, state) ? world.answers[state] : undefined
  const event = given?.event ?? (request.request === 'subflow' ? 'failed' : goodEnds[request.request])
  return { input: 'outcome', outcome: 'answered', event, outputs: given?.outputs ?? {} }
}

function lineOf(request: FlowRequest): SimulatedLine {
  if (request.request === 'send-message') return { kind: 'texted', to: request.to, text: request.body }
  const what = {
    http: () => ('url' in request ? `asks ${request.url}` : ''),
    'place-call': () => ('to' in request ? `calls ${request.to}` : ''),
    'find-contact': () => 'looks the contact up',
    'opt-out': () => 'opts the person out',
    'call-back': () => 'notes that they want to be called back',
    classify: () => 'asks what the words mean',
    subflow: () => ('flowSid' in request ? `runs the flow ${request.flowSid}` : ''),
  }
  return { kind: 'happened', text: what[request.request]() }
}

function inputOf(deed: SimulatedDeed): FlowInput {
  switch (deed.do) {
    case 'press':
      return reported({ Digits: deed.digits, CallStatus: 'in-progress' })
    case 'say':
      return reported({ SpeechResult: deed.text, Confidence: '0.95', CallStatus: 'in-progress' })
    case 'record':
      return reported({
        RecordingDuration: String(deed.seconds),
        RecordingUrl: 'https://example.com/RE0',
        CallStatus: 'in-progress',
      })
    case 'dialed':
      return reported({ DialCallStatus: deed.status, CallStatus: 'in-progress', QueueResult: 'bridged' })
    case 'text':
      return { input: 'outcome', outcome: 'message', parameters: { Body: deed.body } }
    case 'wait':
      return { input: 'outcome', outcome: 'timed-out' }
    case 'hang up':
      return { input: 'hung-up' }
  }
}

function reported(parameters: Record<string, string>): FlowInput {
  return { input: 'outcome', outcome: 'reported', parameters }
}

function describe(deed: SimulatedDeed) {
  switch (deed.do) {
    case 'press':
      return `presses ${deed.digits}`
    case 'say':
      return `says “${deed.text}”`
    case 'text':
      return `texts “${deed.body}”`
    case 'record':
      return `speaks for ${deed.seconds} s`
    case 'dialed':
      return `ringing ended: ${deed.status}`
    case 'wait':
      return 'does nothing'
    case 'hang up':
      return 'hangs up'
  }
}
