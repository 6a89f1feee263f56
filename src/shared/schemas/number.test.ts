import { expect, test } from 'vitest'
import { NumberAnswer, UpdateNumberInput } from './number'

test('a change names only what it changes: no default overwrites what was set before', () => {
  expect(UpdateNumberInput.parse({ answer: { whisper: 'For you' } })).toEqual({ answer: { whisper: 'For you' } })
  expect(UpdateNumberInput.parse({ answer: { transferTo: null } })).toEqual({ answer: { transferTo: null } })
})

test('what was never set has its default', () => {
  expect(NumberAnswer.parse({})).toMatchObject({ whisper: 'A call for you.', ringSeconds: 20 })
})
