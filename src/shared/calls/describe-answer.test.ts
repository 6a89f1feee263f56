import { describe, expect, test } from 'vitest'
import { FlowDefinition } from '../ivr/definition'
import { NumberAnswer } from '../schemas/number'
import { describeAnswer } from './describe-answer'

const hours = {
  time_zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  holidays: ['12-25'],
}
const open = new Date('2026-11-25T15:00:00Z')
const night = new Date('2026-11-25T04:00:00Z')
const christmas = new Date('2026-12-25T15:00:00Z')
const flowId = '019aa000-0000-7000-8000-000000000001'
const unpublished = '019aa000-0000-7000-8000-000000000002'
const definition = FlowDefinition.parse({
  states: [{ name: 'office', type: 'eva-business-hours', properties: hours }],
  initial_state: 'office',
})
const words = { greeting: 'Hello.', voicemailGreeting: 'Leave a message.', ringSeconds: 20 }
const describeAt = (at: Date, answer: object) =>
  describeAnswer(NumberAnswer.parse({ ...words, ...answer }), at, {
    target: (target) => ('personId' in target ? 'Maria' : target.phoneNumber),
    greeting: (id) => (id === flowId ? 'Voicemail of the office' : null),
    flow: (id) => (id === flowId ? { name: 'Main menu', definition } : null),
  })
const ring = (order: string) => ({
  order,
  targets: [{ personId: 'maria' }, { phoneNumber: '+14155550199' }, { phoneNumber: '+14155550188' }],
})
const key = 'Who picks up a phone presses 1 to take the call.'
const message = 'When nobody takes the call, they hear “Leave a message.” and can leave a message.'

describe('describeAnswer', () => {
  test('says who is rung in turn or at once, and what comes when nobody takes the call', () => {
    expect(describeAt(open, { hours, ring: ring('in_turn') })).toEqual([
      'It is within business hours.',
      'The caller hears “Hello.”',
      'Maria is rung, for 20 seconds.',
      'Then +14155550199 is rung, for 20 seconds.',
      'Then +14155550188 is rung, for 20 seconds.',
      key,
      message,
    ])
    expect(describeAt(night, { ring: ring('together'), whisperNeedsKey: false })).toEqual([
      'No business hours are set: calls are put through at any hour.',
      'The caller hears “Hello.”',
      'Maria, +14155550199 and +14155550188 are rung at once, for 20 seconds.',
      message,
    ])
  })

  test('says what is heard when the office is closed or it is a holiday', () => {
    const closed = { greeting: 'We are closed.' }
    expect(describeAt(night, { hours, closed: { ...closed, next: 'goodbye' } })).toEqual([
      'It is outside business hours.',
      'The caller hears “We are closed.”',
      'The call ends.',
    ])
    expect(describeAt(christmas, { hours, closed })).toEqual([
      'It is a holiday.',
      'The caller hears “We are closed.”',
      'Then they hear “Leave a message.” and can leave a message.',
    ])
  })

  test('says that a caller may be called back', () => {
    expect(describeAt(open, { transferTo: null, callBack: true }).at(-1)).toBe(
      'The caller hears “Leave a message.” and can leave a message, or press 1 to be called back.',
    )
    expect(describeAt(open, { transferTo: null, voicemailGreetingId: flowId }).at(-1)).toBe(
      'The caller hears the sound “Voicemail of the office” and can leave a message.',
    )
  })

  test('names the flow that answers, and the hours it asks itself', () => {
    expect(describeAt(christmas, { flowId, lastRecruiterFirst: true })).toEqual([
      'No business hours are set: calls are put through at any hour.',
      'Where a recruiter knows the caller and a phone reaches them, they hear “Hello.”, and that recruiter is rung first, for 20 seconds.',
      'The flow “Main menu” answers.',
      'It asks the hours itself at “office”: a holiday.',
    ])
  })

  test('says that a flow does not answer which is not published, and what happens instead', () => {
    expect(describeAt(open, { flowId: unpublished, transferTo: '+14155550199' })).toEqual([
      'The flow of this number is not published, so it does not answer.',
      'No business hours are set: calls are put through at any hour.',
      'The caller hears “Hello.”',
      '+14155550199 is rung, for 20 seconds.',
      key,
      message,
    ])
  })
})
