import { expect, test } from 'vitest'
import type { FlowTestLine } from '@/shared/ivr/flow-test'
import { fieldsOf, lineKinds, lineOf, lineWords } from './line-fields'

const lines: FlowTestLine[] = [
  { hears: 'Press one.' },
  { receives: 'See you on Monday.' },
  { do: 'press', digits: '12#' },
  { do: 'say', text: 'a job' },
  { do: 'text', body: 'YES' },
  { do: 'record', seconds: 8 },
  { do: 'dialed', status: 'no-answer' },
  { do: 'wait' },
  { do: 'hang up' },
  { reaches: 'menu' },
  { ends: true },
]

test('every kind of line is read from the form as it was shown in it', () => {
  expect(lines.map((line) => lineOf(fieldsOf(line)))).toEqual(lines)
  expect(lines.map((line) => fieldsOf(line).kind)).toEqual(lineKinds.map(({ kind }) => kind))
})

test('what is no line is none', () => {
  expect(lineOf({ kind: 'press', value: 'one' })).toBeNull()
  expect(lineOf({ kind: 'hears', value: '' })).toBeNull()
  expect(lineOf({ kind: 'record', value: '' })).toBeNull()
  expect(lineOf({ kind: 'dialed', value: 'gone' })).toBeNull()
})

test('a line reads as a sentence', () => {
  expect(lineWords({ do: 'press', digits: '2' })).toBe('presses “2”')
  expect(lineWords({ ends: true })).toBe('the flow ends')
})
