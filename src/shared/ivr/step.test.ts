import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FlowDefinition } from './definition'
import { enterSubflow } from './enter-subflow'
import { Execution, newExecution } from './execution'
import { mostSteps, step, type FlowInput, type Stepped } from './step'
import { widgets, type WidgetType } from './widgets'

const now = new Date('2026-11-25T15:00:00Z')

type State = [name: string, type: string, properties: object, transitions: Record<string, string | null>]

function flow(...states: State[]): FlowDefinition {
  return FlowDefinition.parse({
    states: states.map(([name, type, properties, transitions]) => ({
      name,
      type,
      properties,
      transitions: Object.entries(transitions).map(([event, next]) => ({ event, ...(next && { next }) })),
    })),
    initial_state: states[0]![0],
  })
}

function start(definition: FlowDefinition, channel: 'call' | 'message' = 'call') {
  const execution = newExecution({
    id: 'FN1',
    flowId: 'FW1',
    version: 1,
    channel,
    address: '+14155550123',
    trigger: { call: { From: '+14155550123' } },
  })
  return step(definition, execution, { input: 'start' }, now)
}

/** As if kept in the database in between. */
function next(definition: FlowDefinition, { execution }: Stepped, input: FlowInput) {
  return step(definition, Execution.parse(JSON.parse(JSON.stringify(execution))), input, now)
}

const reported = (parameters: Record<string, string>): FlowInput => ({
  input: 'outcome',
  outcome: 'reported',
  parameters,
})
const answered = (event: string, outputs = {}): FlowInput => ({ input: 'outcome', outcome: 'answered', event, outputs })
const said = ({ verbs }: Stepped) =>
  verbs
    .flatMap((verb) => (verb.verb === 'gather' ? verb.prompt : [verb]))
    .flatMap((verb) => (verb.verb === 'say' ? [verb.text] : []))

const menu = flow(
  ['start', 'trigger', {}, { incomingCall: 'welcome' }],
  ['welcome', 'say-play', { say: 'Welcome, {{trigger.call.From}}.' }, { audioComplete: 'menu' }],
  [
    'menu',
    'gather-input-on-call',
    { say: 'Press one or two.', number_of_digits: '1' },
    { keypress: 'which', timeout: 'bye' },
  ],
  ['which', 'split-based-on', { input: '{{widgets.menu.Digits}}' }, { noMatch: 'bye' }],
  ['jobs', 'connect-call-to', { noun: 'number', to: '+14155550199', timeout: 20 }, { callCompleted: 'bye' }],
  ['bye', 'say-play', { say: 'Goodbye.' }, {}],
)
menu.states[3]!.transitions.unshift({
  event: 'match',
  next: 'jobs',
  conditions: [{ arguments: ['{{widgets.menu.Digits}}'], type: 'equal_to', value: '1' }],
})

describe('a flow', () => {
  test('speaks until it must wait, in one document', () => {
    const asked = start(menu)
    expect(said(asked)).toEqual(['Welcome, +14155550123.', 'Press one or two.'])
    expect(asked.pending).toEqual({ wait: 'report' })
    expect(asked.visits.map(({ state, event }) => [state, event])).toEqual([
      ['start', 'incomingCall'],
      ['welcome', 'audioComplete'],
      ['menu', null],
    ])
  })

  test('goes on by the key that was pressed', () => {
    const connected = next(menu, start(menu), reported({ Digits: '1' }))
    expect(connected.verbs).toMatchObject([{ verb: 'dial', noun: 'number', to: ['+14155550199'], timeout: 20 }])
    const over = next(menu, connected, reported({ DialCallStatus: 'completed', CallStatus: 'in-progress' }))
    expect(said(over)).toEqual(['Goodbye.'])
    expect(over.verbs.at(-1)).toEqual({ verb: 'hang-up' })
    expect(over.execution).toMatchObject({ status: 'ended', endedBy: 'flow' })
  })

  test('takes noMatch for another key and timeout for none', () => {
    expect(said(next(menu, start(menu), reported({ Digits: '7' })))).toEqual(['Goodbye.'])
    expect(next(menu, start(menu), reported({})).visits[0]).toMatchObject({ state: 'menu', event: 'timeout' })
  })

  test('ends when the caller hangs up, and does nothing after its end', () => {
    const gone = next(menu, start(menu), { input: 'hung-up' })
    expect(gone.execution).toMatchObject({ status: 'ended', endedBy: 'hangup' })
    expect(next(menu, gone, reported({ Digits: '1' })).visits).toEqual([])
  })

  test('lets what was said be heard before something happens outside', () => {
    const definition = flow(
      ['hello', 'say-play', { say: 'One moment.' }, { audioComplete: 'ask' }],
      [
        'ask',
        'make-http-request',
        { method: 'GET', url: 'https://example.com/{{contact.channel.address}}' },
        { success: 'tell' },
      ],
      ['tell', 'say-play', { say: 'It is {{widgets.ask.parsed.answer}}.' }, {}],
    )
    const first = start(definition)
    expect(first.pending).toEqual({ wait: 'return' })
    const asking = next(definition, first, { input: 'returned' })
    expect(asking.pending).toMatchObject({ request: { url: 'https://example.com/+14155550123', method: 'GET' } })
    expect(said(next(definition, asking, answered('success', { parsed: { answer: 42 } })))).toEqual(['It is 42.'])
  })

  test('takes the failure transition of a state that fails, else ends politely', () => {
    const failing = ['connect', 'connect-call-to', { to: '{{nobody}}' }, { callCompleted: 'sorry' }] satisfies State
    const kept = start(flow(failing, ['sorry', 'say-play', { say: 'Nobody is there.' }, {}]))
    expect(said(kept)).toEqual(['Nobody is there.'])
    expect(kept.visits[0]?.failure).toMatch(/missing/)
    const ended = start(flow(['connect', 'connect-call-to', { to: '' }, {}]))
    expect(said(ended)[0]).toMatch(/^We are sorry/)
    expect(ended.execution).toMatchObject({ status: 'ended', endedBy: 'failed' })
  })

  test('ends politely when a transition leads nowhere or to a widget that is not run', () => {
    expect(start(flow(['a', 'say-play', { say: 'Hi' }, { audioComplete: 'b' }])).execution.endedBy).toBe('failed')
    expect(start(flow(['a', 'capture-payments', {}, {}])).execution.endedBy).toBe('failed')
  })

  test('that goes round for ever ends politely', () => {
    const round = flow(['a', 'set-variables', { variables: [{ key: 'x', value: '1' }] }, { next: 'a' }])
    expect(start(round).execution.endedBy).toBe('cap')
    expect(said(start(round))[0]).toMatch(/^We are sorry/)
    const asking = flow(['ask', 'gather-input-on-call', { say: 'Well?' }, { timeout: 'ask', keypress: 'ask' }])
    let stepped = start(asking)
    for (let i = 0; i < mostSteps; i += 1) stepped = next(asking, stepped, reported({}))
    expect(stepped.execution.endedBy).toBe('cap')
  })

  test('keeps variables, as text or JSON', () => {
    const definition = flow(
      [
        'set',
        'set-variables',
        { variables: [{ key: 'n', value: '{"a":[1,2]}', parse_as_json: 'true' }] },
        { next: 'say' },
      ],
      ['say', 'say-play', { say: '{{flow.variables.n.a[1]}}' }, {}],
    )
    expect(said(start(definition))).toEqual(['2'])
  })

  test('runs a flow within a flow and comes back with its variables', () => {
    const outer = flow(
      [
        'sub',
        'run-subflow',
        { flow_sid: 'FW2', parameters: [{ key: 'who', value: '{{contact.channel.address}}' }] },
        { completed: 'say' },
      ],
      ['say', 'say-play', { say: 'You said {{widgets.sub.answer}}.' }, {}],
    )
    const inner = flow([
      'set',
      'set-variables',
      { variables: [{ key: 'answer', value: 'yes, {{flow.data.who}}' }] },
      {},
    ])
    const asked = start(outer)
    expect(asked.pending).toMatchObject({
      request: { request: 'subflow', flowSid: 'FW2', parameters: { who: '+14155550123' } },
    })
    const entered = enterSubflow(asked.execution, { flowId: 'FW2', version: 3, data: { who: 'me' } })
    const done = step(inner, entered!, { input: 'start' }, now)
    expect(done.pending).toEqual({ wait: 'outer', event: 'completed', outputs: { answer: 'yes, me' } })
    expect(done.execution).toMatchObject({ flowId: 'FW1', at: 'sub', outer: [] })
    expect(said(next(outer, done, answered('completed', { answer: 'yes, me' })))).toEqual(['You said yes, me.'])
  })

  test('does not nest for ever', () => {
    let execution: Execution | null = start(flow(['sub', 'run-subflow', { flow_sid: 'FW1' }, {}])).execution
    for (let depth = 0; depth < 10; depth += 1)
      execution = enterSubflow(execution!, { flowId: 'FW1', version: 1, data: {} })
    expect(enterSubflow(execution!, { flowId: 'FW1', version: 1, data: {} })).toBeNull()
  })

  test('texts, waits for the reply and goes on by its words', () => {
    const definition = flow(
      [
        'ask',
        'send-and-wait-for-reply',
        { body: 'Are you free?', timeout: '600' },
        { incomingMessage: 'thank', timeout: 'remind' },
      ],
      ['thank', 'send-message', { body: 'You wrote {{widgets.ask.inbound.Body}}' }, {}],
      ['remind', 'send-message', { body: 'Hello?' }, {}],
    )
    const asked = start(definition, 'message')
    expect(asked.pending).toMatchObject({
      request: { request: 'send-message', to: '+14155550123', body: 'Are you free?' },
    })
    const waiting = next(definition, asked, answered('sent', { Sid: 'SM1' }))
    expect(waiting.pending).toEqual({ wait: 'message', timeout: 600 })
    const replied = next(definition, waiting, { input: 'outcome', outcome: 'message', parameters: { Body: 'Yes' } })
    expect(replied.pending).toMatchObject({ request: { body: 'You wrote Yes' } })
    const late = next(definition, waiting, { input: 'outcome', outcome: 'timed-out' })
    expect(late.pending).toMatchObject({ request: { body: 'Hello?' } })
    expect(next(definition, asked, answered('failed', {})).execution.endedBy).toBe('flow')
  })

  test('does after the call what needs no caller', () => {
    const definition = flow(
      ['record', 'record-voicemail', { max_length: '60' }, { hangup: 'text', recordingComplete: 'thanks' }],
      ['thanks', 'say-play', { say: 'Thanks.' }, {}],
      ['text', 'send-message', { body: 'We heard you.' }, { sent: 'thanks' }],
    )
    const gone = next(definition, start(definition), { input: 'hung-up' })
    expect(gone.pending).toMatchObject({ request: { request: 'send-message', body: 'We heard you.' } })
    const over = next(definition, gone, answered('sent'))
    expect(over.execution).toMatchObject({ status: 'ended', endedBy: 'hangup' })
    expect(over.verbs).toEqual([])
  })

  test('knows the other party once they were looked up', () => {
    const definition = flow(
      ['who', 'eva-contact-lookup', {}, { found: 'hi' }],
      ['hi', 'say-play', { say: 'Hi {{contact.name}} on {{contact.channel.address}}' }, {}],
    )
    const found = next(definition, start(definition), answered('found', { name: 'Dana' }))
    expect(said(found)).toEqual(['Hi Dana on +14155550123'])
  })

  test('goes by the hours of business', () => {
    const definition = flow(
      [
        'hours',
        'eva-business-hours',
        { time_zone: 'America/New_York', hours: [{ days: [3], from: '09:00', to: '17:00' }] },
        { open: 'o', closed: 'c' },
      ],
      ['o', 'say-play', { say: 'open' }, {}],
      ['c', 'say-play', { say: 'closed' }, {}],
    )
    expect(said(start(definition))).toEqual(['open'])
  })
})

describe('random flows', () => {
  const types = Object.keys(widgets) as WidgetType[]
  const names = ['a', 'b', 'c', 'd', 'e']
  const events = [...new Set(types.flatMap((type) => [...widgets[type].events({ intents: 'yes', text: 'x' })]))]
  const anyText = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('{{widgets.a.Digits}}', '{{ a', '{% x %}', '7', 'true', ''),
  )
  const anyState = fc.record({
    name: fc.constantFrom(...names),
    type: fc.constantFrom(...types, 'capture-payments'),
    transitions: fc.array(
      fc.record({
        event: fc.constantFrom(...events),
        next: fc.constantFrom(...names, 'nowhere', undefined),
        conditions: fc.array(
          fc.record({
            type: fc.constantFrom('equal_to', 'regex', 'none'),
            value: anyText,
            arguments: fc.array(anyText, { maxLength: 2 }),
          }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 4 },
    ),
    properties: fc.dictionary(
      fc.constantFrom(
        'say',
        'to',
        'url',
        'body',
        'timeout',
        'queue_name',
        'flow_sid',
        'text',
        'intents',
        'variables',
        'digits',
        'input',
        'max_length',
      ),
      fc.oneof(
        anyText,
        fc.integer(),
        fc.constant(null),
        fc.array(fc.constant({ key: 'k', value: 'v' }), { maxLength: 2 }),
      ),
    ),
  })
  const anyInput: fc.Arbitrary<FlowInput> = fc.oneof(
    fc.constant({ input: 'returned' as const }),
    fc.constant({ input: 'hung-up' as const }),
    fc
      .dictionary(
        fc.constantFrom('Digits', 'SpeechResult', 'RecordingDuration', 'CallStatus', 'QueueResult'),
        fc.constantFrom('1', '', 'completed', 'hangup'),
      )
      .map((parameters) => reported(parameters)),
    fc.constantFrom(...events, 'sent').map((event) => answered(event, { Sid: 'SM1' })),
    fc.constant({ input: 'outcome' as const, outcome: 'timed-out' as const }),
  )

  test('never throw, never go on for ever, and end only once', () => {
    fc.assert(
      fc.property(
        fc.array(anyState, { minLength: 1, maxLength: 8 }),
        fc.array(anyInput, { maxLength: 20 }),
        fc.constantFrom('call' as const, 'message' as const),
        (states, inputs, channel) => {
          const definition = FlowDefinition.parse({ states, initial_state: states[0]!.name })
          let stepped = start(definition, channel)
          for (const input of inputs) {
            const ended = stepped.execution.status === 'ended'
            expect(stepped.pending === null).toBe(ended)
            const hearsTheEnd = channel === 'call' && ended && !stepped.execution.callOver
            expect(!hearsTheEnd || stepped.verbs.at(-1)?.verb === 'hang-up').toBe(true)
            if (ended) break
            stepped = next(definition, stepped, input)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
