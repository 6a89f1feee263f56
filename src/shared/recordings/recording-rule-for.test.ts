import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordingRule } from '../schemas/recording-rules'
import { noticeBefore, recordingRuleFor, type RecordedCall } from './recording-rule-for'

const id = '00000000-0000-7000-8000-000000000001'
const flowId = '00000000-0000-7000-8000-000000000002'
const any: RecordingRule = {
  id,
  direction: null,
  ourNumber: null,
  flowId: null,
  personId: null,
  record: true,
  notice: null,
}
const call: RecordedCall = { direction: 'inbound', ourNumber: '+12125550100', flowId: null, people: ['ada'] }

describe('the rule of a call', () => {
  test.each<[string, Partial<RecordingRule>, Partial<RecordedCall>, boolean]>([
    ['without conditions fits any', {}, {}, true],
    ['goes by direction', { direction: 'outbound' }, {}, false],
    ['goes by our number', { ourNumber: '+12125550100' }, {}, true],
    ['goes by our other number', { ourNumber: '+12125550101' }, {}, false],
    ['goes by the flow', { flowId }, { flowId }, true],
    ['about a flow fits no call without one', { flowId }, {}, false],
    ['goes by who took the call', { personId: 'ada' }, {}, true],
    ['goes by who else took it', { personId: 'bea' }, {}, false],
    ['wants all its conditions', { personId: 'ada', direction: 'outbound' }, {}, false],
  ])('%s', (_name, rule, about, fits) => {
    expect(recordingRuleFor([{ ...any, ...rule }], { ...call, ...about }) !== null).toBe(fits)
  })

  test('is the first that fits, also when it says no', () => {
    const rules = [{ ...any, personId: 'ada', record: false }, any]
    expect(recordingRuleFor(rules, call)?.record).toBe(false)
    expect(recordingRuleFor(rules, { ...call, people: ['bea'] })?.record).toBe(true)
    expect(recordingRuleFor([], call)).toBeNull()
  })
})

const rule = fc.record({
  id: fc.constant(id),
  direction: fc.constantFrom('inbound', 'outbound', null),
  ourNumber: fc.constantFrom('+12125550100', '+12125550101', null),
  flowId: fc.constantFrom(flowId, null),
  personId: fc.constantFrom('ada', 'bea', 'cleo', null),
  record: fc.boolean(),
  notice: fc.constantFrom('This call is recorded.', null),
})

test('whoever takes a call that a rule records with a notice, a notice was said before', () => {
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 6 }),
      fc.subarray(['ada', 'bea', 'cleo']),
      fc.constantFrom(flowId, null),
      (rules, candidates, flow) => {
        const before = { ...call, flowId: flow, people: [] }
        const said = noticeBefore(rules, before, candidates)
        const decisions = [[], ...candidates.map((taker) => [taker])].map((people) =>
          recordingRuleFor(rules, { ...before, people }),
        )
        const needed = decisions.some((decided) => decided !== null && decided.record && decided.notice !== null)
        expect(said !== null).toBe(needed)
      },
    ),
  )
})
