import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FlowDefinition } from '../definition'
import { flowDifference } from '../difference'
import { addStates } from './add-states'
import { changeState } from './change-state'
import { connectState } from './connect-state'
import { moveStates, placeOf } from './place-of'
import { removeStates } from './remove-states'
import { renameState } from './rename-state'
import { waysOut } from './ways-out'

const menu = FlowDefinition.parse({
  initial_state: 'Trigger',
  states: [
    { name: 'Trigger', type: 'trigger', transitions: [{ event: 'incomingCall', next: 'menu' }] },
    {
      name: 'menu',
      type: 'gather-input-on-call',
      transitions: [{ event: 'keypress', next: 'split' }],
      properties: { say: 'Press one.', offset: { x: 10, y: 20 } },
    },
    {
      name: 'split',
      type: 'split-based-on',
      properties: { input: '{{widgets.menu.Digits}}', note: 'widgets.menu.Digits' },
      transitions: [
        { event: 'noMatch', next: 'menu' },
        { event: 'match', conditions: [{ arguments: ['{{widgets.menu.Digits}}'], type: 'equal_to', value: '1' }] },
        { event: 'match', conditions: [{ arguments: ['{{widgets.menu_2.Digits}}'], type: 'equal_to', value: '2' }] },
      ],
    },
  ],
})
const stateOf = (definition: FlowDefinition, name: string) => definition.states.find((state) => state.name === name)!

describe('the ways out of a step', () => {
  test('are those it has, then those its kind has besides', () => {
    expect(waysOut(stateOf(menu, 'menu')).map(({ key }) => key)).toEqual(['keypress', 'speech', 'timeout'])
    expect(waysOut(stateOf(menu, 'split')).map(({ key }) => key)).toEqual(['noMatch', 'match:1', 'match:2'])
  })
  test('are there while the form is still incomplete', () => {
    const state = { name: 'c', type: 'connect-call-to', properties: { to: '' }, transitions: [] }
    expect(waysOut(state).map(({ key }) => key)).toEqual(['callCompleted', 'hangup'])
  })
  test('lead where they are told to, and with null nowhere', () => {
    const led = connectState(menu, { from: 'menu', way: 'timeout', to: 'menu' })
    expect(stateOf(led, 'menu').transitions).toEqual([
      { event: 'keypress', next: 'split' },
      { event: 'timeout', next: 'menu' },
    ])
    const cut = connectState(led, { from: 'menu', way: 'timeout', to: null })
    expect(stateOf(cut, 'menu').transitions[1]).toEqual({ event: 'timeout' })
    expect(stateOf(cut, 'split')).toBe(stateOf(menu, 'split'))
  })
})

test('a renamed step is followed by what leads to it and asks for it, and by nothing that only sounds alike', () => {
  const renamed = renameState(menu, 'menu', 'main$1')
  expect(stateOf(renamed, 'Trigger').transitions[0]).toMatchObject({ next: 'main$1' })
  expect(stateOf(renamed, 'split').properties).toEqual({
    input: '{{widgets.main$1.Digits}}',
    note: 'widgets.menu.Digits',
  })
  expect(stateOf(renamed, 'split').transitions[2]).toMatchObject({
    conditions: [{ arguments: ['{{widgets.menu_2.Digits}}'] }],
  })
  expect(renameState(menu, 'menu', 'split')).toBe(menu)
})

test('what led to a removed step leads nowhere, and the beginning stays', () => {
  const removed = removeStates(menu, ['menu', 'Trigger'])
  expect(removed.states.map(({ name }) => name)).toEqual(['Trigger', 'split'])
  expect(stateOf(removed, 'Trigger').transitions[0]).toEqual({ event: 'incomingCall' })
})

test('copies have names of their own and lead among themselves', () => {
  const copied = menu.states.filter(({ name }) => name !== 'Trigger')
  const { definition, names } = addStates(menu, copied, { x: 40, y: 40 })
  expect(names).toEqual(['menu_2', 'split_2'])
  expect(stateOf(definition, 'menu_2').transitions).toEqual([{ event: 'keypress', next: 'split_2' }])
  expect(placeOf(stateOf(definition, 'menu_2'))).toEqual({ x: 50, y: 60 })
})

describe('the difference of two versions', () => {
  test('names what was added, removed, changed and only moved', () => {
    const said = changeState(menu, 'menu', (state) => ({ ...state, properties: { ...state.properties, say: 'Hi' } }))
    const moved = moveStates(said, new Map([['split', { x: 5, y: 5 }]]))
    const added = addStates(moved, [{ name: 'bye', type: 'say-play', properties: {}, transitions: [] }], { x: 0, y: 0 })
    const difference = flowDifference(menu, connectState(added.definition, { from: 'menu', way: 'timeout', to: 'bye' }))
    expect(difference).toEqual({
      added: ['bye'],
      removed: [],
      moved: ['split'],
      whole: [],
      changed: [
        {
          state: 'menu',
          changes: [
            { path: 'properties.say', before: 'Press one.', after: 'Hi' },
            { path: 'ways.timeout', before: undefined, after: { next: 'bye', conditions: undefined } },
          ],
        },
      ],
    })
  })
  test('is nothing between a flow and itself', () => {
    const { added, removed, moved, changed, whole } = flowDifference(menu, structuredClone(menu))
    expect([...added, ...removed, ...moved, ...changed, ...whole]).toEqual([])
  })
})

const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__'))
const extra = fc.dictionary(fc.stringMatching(/^x_[a-z]{1,6}$/), json, { maxKeys: 3 })
const flows = fc
  .array(
    fc.record({
      type: fc.constantFrom('say-play', 'capture-payments', 'of-tomorrow', 'split-based-on'),
      properties: extra,
      more: extra,
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((states) => fc.record({ states: fc.constant(states), whole: extra, next: fc.nat(states.length - 1) }))
  .map(({ states, whole, next }) => ({
    ...whole,
    description: '',
    initial_state: 's0',
    states: states.map(({ type, properties, more }, index) => ({
      ...more,
      name: `s${index}`,
      type,
      properties,
      transitions: [
        { event: 'match', next: `s${next}`, conditions: [{ ...more, arguments: ['a'], type: 'x', value: '1' }] },
      ],
    })),
  }))

test('what is imported and not edited is exported as it was, whatever is unknown in it; edits elsewhere keep it too', () => {
  fc.assert(
    fc.property(flows, (studio) => {
      const imported = FlowDefinition.parse(studio)
      expect(imported).toEqual(studio)
      const { definition } = addStates(imported, [{ name: 'new', type: 'say-play', properties: {}, transitions: [] }], {
        x: 0,
        y: 0,
      })
      const undone = removeStates(connectState(definition, { from: 'new', way: 'audioComplete', to: 's0' }), ['new'])
      expect(undone).toEqual(studio)
    }),
  )
})
