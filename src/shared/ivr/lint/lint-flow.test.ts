import { describe, expect, test } from 'vitest'
import { FlowDefinition } from '../definition'
import { lintFlow } from './lint-flow'

function issuesOf(states: object[], initial = 'a') {
  return lintFlow(FlowDefinition.parse({ states, initial_state: initial })).map(
    ({ level, code, state }) => `${level} ${code} ${state}`,
  )
}
const say = (name: string, next?: string, text = 'Hi') => ({
  name,
  type: 'say-play',
  properties: { say: text },
  transitions: [{ event: 'audioComplete', ...(next && { next }) }],
})
const state = (name: string, type: string, properties: object, ways: Record<string, string> = {}) => ({
  name,
  type,
  properties,
  transitions: Object.entries(ways).map(([event, next]) => ({ event, next })),
})

describe('lintFlow', () => {
  test('finds nothing wrong with a flow that is right', () => {
    expect(
      issuesOf([
        state('a', 'trigger', {}, { incomingCall: 'ask' }),
        state('ask', 'gather-input-on-call', { say: 'Well?' }, { keypress: 'bye', timeout: 'bye' }),
        say('bye', undefined, 'You pressed {{widgets.ask.Digits}}, {{contact.name}}. {{trigger.call.From}}'),
      ]),
    ).toEqual([])
  })

  test.each<[string, object[], string[]]>([
    ['a beginning that does not exist', [say('b')], ['error no_beginning null', 'warning unreachable b']],
    ['two states of one name', [say('a'), say('a')], ['error same_name a']],
    ['a transition to nowhere', [say('a', 'x')], ['error transition_to_nowhere a']],
    ['a widget that is kept but not run', [state('a', 'capture-payments', {})], ['error widget_not_run a']],
    ['a widget that nobody knows', [state('a', 'constructor', {})], ['error unknown_widget a']],
    ['a property that is missing', [state('a', 'connect-call-to', { to: '' })], ['error property a']],
    [
      'keys that nobody presses',
      [state('a', 'gather-input-on-call', { say: 'x' }, { keypress: 'b' }), say('b')],
      ['warning unhandled a'],
    ],
    [
      'a split without noMatch',
      [state('a', 'split-based-on', { input: 'x' }, { match: 'b' }), say('b')],
      ['warning unhandled a'],
    ],
    ['a state that no path reaches', [say('a'), say('b')], ['warning unreachable b']],
    ['a round without a wait', [state('a', 'set-variables', { variables: [] }, { next: 'a' })], ['error endless a']],
    ['a template that cannot be read', [say('a', undefined, '{{ x')], ['error broken_template a']],
    [
      'a variable of a step that does not exist',
      [say('a', undefined, '{{widgets.b.Digits}}')],
      ['error undefined_variable a'],
    ],
    ['a variable that nobody sets', [say('a', undefined, '{{flow.variables.x}}')], ['warning undefined_variable a']],
    ['a variable that is none', [say('a', undefined, '{{name}}')], ['warning undefined_variable a']],
    [
      'a key in an address',
      [state('a', 'make-http-request', { url: 'https://x.example/?api_key=abcdefgh12345' })],
      ['error secret a'],
    ],
    [
      'a password in a header',
      [state('a', 'run-function', { url: 'https://u:p4ssw0rd@x.example/' })],
      ['error secret a'],
    ],
  ])('finds %s', (_what, states, expected) => {
    expect(issuesOf(states)).toEqual(expected)
  })

  test('allows a round in which the caller is asked', () => {
    expect(
      issuesOf([say('a', 'ask'), state('ask', 'gather-input-on-call', { say: 'x' }, { keypress: 'a', timeout: 'a' })]),
    ).toEqual([])
  })

  test('finds an unknown comparison and a STOP that never arrives', () => {
    const split = {
      name: 'a',
      type: 'split-based-on',
      properties: { input: 'x' },
      transitions: [
        { event: 'match', next: 'b', conditions: [{ type: 'sounds_like', value: 'stop', arguments: [] }] },
        { event: 'noMatch', next: 'b' },
      ],
    }
    expect(issuesOf([split, say('b')])).toEqual(['error unknown_comparison a', 'warning stop_never_arrives a'])
  })
})
