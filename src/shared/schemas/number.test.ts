import { expect, test } from 'vitest'
import { NumberAnswer, UpdateNumberInput } from './number'

const accepts = (answer: object) => UpdateNumberInput.safeParse({ answer }).success

test('a change names only what it changes: no default overwrites what was set before', () => {
  expect(UpdateNumberInput.parse({ answer: { whisper: 'For you' } })).toEqual({ answer: { whisper: 'For you' } })
  expect(UpdateNumberInput.parse({ answer: { transferTo: null } })).toEqual({ answer: { transferTo: null } })
})

test('what was never set has its default', () => {
  expect(NumberAnswer.parse({})).toMatchObject({
    whisper: 'A call for you.',
    ringSeconds: 20,
    hours: null,
    closed: { next: 'voicemail' },
    ring: null,
    lastRecruiterFirst: false,
    textBack: null,
  })
})

test('a closed office that transfers says to whom, one that hands over says to which flow, and hours have a zone that exists', () => {
  expect(accepts({ closed: { next: 'transfer' } })).toBe(false)
  expect(accepts({ closed: { next: 'transfer', transferTo: '+14155550123' } })).toBe(true)
  expect(accepts({ closed: { next: 'flow' } })).toBe(false)
  expect(accepts({ hours: { time_zone: 'Mars/Base', hours: [] } })).toBe(false)
  expect(accepts({ ring: { order: 'in_turn', targets: [] } })).toBe(false)
})
