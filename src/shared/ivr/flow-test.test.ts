import { describe, expect, test } from 'vitest'
import { FlowDefinition } from './definition'
import { FlowTestScript, playFlowTest } from './flow-test'

const now = new Date('2026-11-25T15:00:00Z')
const definition = FlowDefinition.parse({
  initial_state: 'menu',
  states: [
    {
      name: 'menu',
      type: 'gather-input-on-call',
      properties: { say: 'Press one for jobs.' },
      transitions: [
        { event: 'keypress', next: 'look' },
        { event: 'timeout', next: 'bye' },
      ],
    },
    {
      name: 'look',
      type: 'make-http-request',
      properties: { url: 'https://example.com/jobs' },
      transitions: [
        { event: 'success', next: 'text' },
        { event: 'failed', next: 'bye' },
      ],
    },
    {
      name: 'text',
      type: 'send-message',
      properties: { body: 'There are {{widgets.look.parsed.count}} jobs.' },
      transitions: [{ event: 'sent', next: 'sub' }],
    },
    {
      name: 'sub',
      type: 'run-subflow',
      properties: { flow_sid: 'FW9' },
      transitions: [{ event: 'completed', next: 'bye' }],
    },
    { name: 'bye', type: 'say-play', properties: { say: 'Goodbye, {{widgets.sub.who}}.' }, transitions: [] },
  ],
})
const inner = FlowDefinition.parse({
  initial_state: 'a',
  states: [
    {
      name: 'a',
      type: 'say-play',
      properties: { say: 'Inside.' },
      transitions: [{ event: 'audioComplete', next: 'b' }],
    },
    { name: 'b', type: 'set-variables', properties: { variables: [{ key: 'who', value: 'Dana' }] } },
  ],
})
const play = (lines: object[], world: object = {}) =>
  playFlowTest(definition, FlowTestScript.parse({ world, lines }), now, (sid) => (sid === 'FW9' ? inner : null))

describe('a test of a flow', () => {
  test('passes when all that must be heard, read and reached is', () => {
    const lines = [
      { hears: 'press one' },
      { do: 'press', digits: '1' },
      { receives: 'There are 7 jobs' },
      { hears: 'Inside' },
      { hears: 'Goodbye, Dana' },
      { reaches: 'bye' },
      { ends: true },
    ]
    expect(play(lines, { answers: { look: { event: 'success', outputs: { parsed: { count: 7 } } } } })).toEqual({
      passed: true,
    })
  })

  test('says which line did not hold, and what was there instead', () => {
    expect(play([{ hears: 'press two' }])).toEqual({
      passed: false,
      line: 0,
      reason: '“press two” was not heard, but “Press one for jobs.”.',
    })
    expect(play([{ do: 'wait' }, { reaches: 'look' }])).toMatchObject({ passed: false, line: 1 })
    expect(play([{ ends: true }])).toMatchObject({ passed: false, reason: 'The flow did not end.' })
    expect(play([{ do: 'hang up' }, { ends: true }])).toEqual({ passed: true })
  })

  test('answers requests as the test says', () => {
    expect(
      play([{ do: 'press', digits: '1' }, { reaches: 'bye' }], { answers: { look: { event: 'failed' } } }),
    ).toEqual({ passed: true })
  })
})
