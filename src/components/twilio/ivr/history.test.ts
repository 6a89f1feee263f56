import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FlowDefinition } from '@/shared/ivr/definition'
import { beginHistory, historyReducer, type HistoryAction } from './history'

const flow = (description: string) =>
  FlowDefinition.parse({ description, initial_state: 'a', states: [{ name: 'a', type: 'trigger' }] })
const change = (description: string, merge?: string): HistoryAction => ({
  do: 'change',
  change: (now) => ({ ...now, description }),
  ...(merge !== undefined && { merge }),
})

test('letters typed into one field are taken back together, and the next field on its own', () => {
  const actions = [change('h', 'say'), change('hi', 'say'), change('hi!', 'play')]
  const history = actions.reduce(historyReducer, beginHistory(flow('')))
  expect(history.past.map(({ description }) => description)).toEqual(['', 'hi'])
})

test('what changes nothing is no step, and a change after an undo forgets what was taken back', () => {
  const begun = beginHistory(flow(''))
  expect(historyReducer(begun, { do: 'change', change: (now) => now })).toBe(begun)
  const history = [change('a'), { do: 'undo' } as const, change('b')].reduce(historyReducer, begun)
  expect(history).toMatchObject({ now: { description: 'b' }, future: [] })
})

test('undone and redone as often, a flow is what it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.nat(20), (texts, times) => {
      const end = texts.map((text) => change(text)).reduce(historyReducer, beginHistory(flow('')))
      const count = Math.min(times, end.past.length)
      const back = Array.from({ length: count }, () => ({ do: 'undo' }) as const).reduce(historyReducer, end)
      const again = Array.from({ length: count }, () => ({ do: 'redo' }) as const).reduce(historyReducer, back)
      expect(again.now).toEqual(end.now)
    }),
  )
})
