import { expect, test } from 'vitest'
import type { Verb } from './instruction'
import { beginRecording, withoutRecording, withSentence } from './recorded-verbs'

const hello: Verb = { verb: 'say', text: 'Hello.', loop: 1 }
const start: Verb = { verb: 'start-recording', dual: true }
const dial = (record: boolean): Verb => ({ verb: 'dial', noun: 'number', to: ['+12125550100'], record, timeout: 30 })
const notice: Verb = { verb: 'say', text: 'You are recorded.', loop: 1 }

test('a recording that a step begins comes after the sentence, or not at all', () => {
  expect([[hello], [dial(false)], [start], [dial(true)]].map((verbs) => beginRecording(verbs))).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(withSentence([hello, start, dial(true)], 'You are recorded.')).toEqual([hello, notice, start, dial(true)])
  expect(withSentence([hello], 'You are recorded.')).toEqual([hello])
  expect(withoutRecording([hello, start, dial(true)])).toEqual([hello, dial(false)])
})
