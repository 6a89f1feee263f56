import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FlowDefinition } from '@/shared/ivr/definition'
import { lintFlow } from '@/shared/ivr/lint/lint-flow'
import { beginSimulation, continueSimulation, SimulatedWorld, type SimulatedDeed } from '@/shared/ivr/simulate'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let numberId: string
let runs = 0

beforeAll(async () => {
  journey = await startJourney()
  const { items } = (await journey.api('/numbers')).body
  numberId = items.find(({ phoneNumber }: { phoneNumber: string }) => phoneNumber === journey.ourNumber).id
})
afterAll(() => journey.close())

const names = ['a', 'b', 'c', 'd', 'e']
const target = fc.option(fc.constantFrom(...names), { nil: undefined })
const ways = (events: readonly string[]) =>
  fc
    .tuple(...events.map(() => target))
    .map((targets) => events.map((event, index) => ({ event, ...(targets[index] && { next: targets[index] }) })))
const words = fc.constantFrom(
  'Hello.',
  'Press a key.',
  'You pressed {{widgets.a.Digits}}.',
  'From {{trigger.call.From}}.',
  '{{flow.variables.x}} and more',
)
const body = fc.oneof(
  fc.record({
    type: fc.constant('say-play'),
    properties: fc.record({ say: words }),
    transitions: ways(['audioComplete']),
  }),
  fc.record({
    type: fc.constant('gather-input-on-call'),
    properties: fc.record({ say: words, number_of_digits: fc.constant('1'), timeout: fc.constant(5) }),
    transitions: ways(['keypress', 'timeout']),
  }),
  fc.record({
    type: fc.constant('set-variables'),
    properties: fc.record({ variables: fc.constant([{ key: 'x', value: 'Set by {{contact.channel.address}}' }]) }),
    transitions: ways(['next']),
  }),
  fc.record({
    type: fc.constant('split-based-on'),
    properties: fc.record({ input: fc.constantFrom('{{widgets.a.Digits}}', '{{flow.variables.x}}') }),
    transitions: fc.tuple(target, target).map(([match, noMatch]) => [
      {
        event: 'match',
        ...(match && { next: match }),
        conditions: [{ type: 'matches_any_of', value: '1,12', arguments: ['{{widgets.a.Digits}}'] }],
      },
      { event: 'noMatch', ...(noMatch && { next: noMatch }) },
    ]),
  }),
)
const flow = fc.tuple(body, body, body, body, body).map((bodies) =>
  FlowDefinition.parse({
    initial_state: 'a',
    states: bodies.map((state, index) => ({ name: names[index], ...state })),
  }),
)
const publishable = flow.filter((definition) => lintFlow(definition).every(({ level }) => level !== 'error'))
const deed: fc.Arbitrary<SimulatedDeed> = fc.oneof(
  fc.constantFrom('1', '2').map((digits) => ({ do: 'press' as const, digits })),
  fc.constant({ do: 'wait' as const }),
)

/** What the simulator says is heard and passed, as far as the deeds lead. */
function simulated(definition: FlowDefinition, from: string, deeds: readonly SimulatedDeed[]) {
  const world = SimulatedWorld.parse({ from, to: journey.ourNumber })
  let simulation = beginSimulation(definition, world, journey.clock.now())
  const done: SimulatedDeed[] = []
  for (const one of deeds) {
    if (simulation.pending?.wait !== 'report') break
    simulation = continueSimulation(definition, world, journey.clock.now(), simulation, one)
    done.push(one)
  }
  const heard = simulation.lines.flatMap(({ kind, text }) => (kind === 'heard' ? [text.trim()] : []))
  const path = simulation.path.map(({ state, event }) => `${state}:${event}`)
  return { heard, path, done, isOver: simulation.execution.status === 'ended' }
}

async function pathOf(callSid: string): Promise<string[]> {
  const rows = await journey.rows(
    `select state_name || ':' || coalesce(event, 'null') as visit from ivr_interactions join ivr_executions run on run.id = execution_id
     where call_sid = $1 order by sequence`,
    [callSid],
  )
  return rows.map(({ visit }) => visit)
}

/** The same on a real call through the local Twilio. */
async function called(definition: FlowDefinition, from: string, deeds: readonly SimulatedDeed[], isOver: boolean) {
  const name = `Flow ${runs}`
  const made = await journey.api('/ivr/flows', { method: 'POST', body: { name, definition } })
  const published = await journey.api(`/ivr/flows/${made.body.id}/publish`, {
    method: 'POST',
    body: { message: '', revision: 0 },
  })
  expect(published.status).toBe(200)
  await journey.api(`/numbers/${numberId}`, { method: 'PATCH', body: { answer: { flowId: made.body.id } } })
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: from } })
  const phone = encodeURIComponent(from)
  const { callSid } = await journey.control(`/phones/${phone}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  const look = () => journey.control(`/calls/${callSid}`)
  const untilAsked = async () => {
    for (let second = 0; second < 120; second += 1) {
      const { waitingFor, status } = await look()
      if (waitingFor === 'gather' || status === 'completed') return
      await journey.advance(1_000)
    }
    throw new Error('the call neither asks nor ends')
  }
  const passed = async () => (await pathOf(callSid)).length
  for (const one of deeds) {
    await untilAsked()
    const before = await passed()
    if (one.do === 'press')
      await journey.control(`/calls/${callSid}/digits`, { method: 'POST', body: { digits: one.digits } })
    for (let second = 0; (await passed()) === before; second += 1) {
      if (second > 60) throw new Error('nothing came of it')
      await journey.advance(1_000)
    }
  }
  await untilAsked()
  expect((await look()).status === 'completed').toBe(isOver)
  const heard = (await look()).heard.flatMap(({ text }: { text?: string }) => text?.trim() ?? [])
  const path = await pathOf(callSid)
  await journey.control(`/calls/${callSid}/hangup`, { method: 'POST', body: {} }).catch(() => undefined)
  await journey.advance(1_000)
  return { heard, path }
}

test('a flow says the same words on the same path in the simulator and on a call', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(publishable, fc.array(deed, { maxLength: 4 }), async (definition, deeds) => {
      runs += 1
      const from = `+1212555${String(4000 + runs)}`
      const expected = simulated(definition, from, deeds)
      const actual = await called(definition, from, expected.done, expected.isOver)
      expect(actual).toEqual({ heard: expected.heard, path: expected.path })
    }),
    { numRuns: 20, seed: 20_261_125, endOnFailure: true },
  )
})
