import { expect, test } from 'vitest'
import { colleaguesFor, mentionBegun } from './mention-begun'

test.each([
  ['ask @Ma', { from: 4, typed: 'Ma' }],
  ['@', { from: 0, typed: '' }],
  ['(@Tom R', { from: 1, typed: 'Tom R' }],
  ['mail tom@firm', null],
  ['nothing', null],
  ['@Tom\nnext', null],
])('%j', (text, begun) => {
  expect(mentionBegun(text, text.length)).toEqual(begun)
})

test('only what stands before the caret counts', () => {
  expect(mentionBegun('@Maria later', 3)).toEqual({ from: 0, typed: 'Ma' })
})

test('colleagues are found by any of their names, the ones who left are not', () => {
  const people = [
    { id: '1', name: 'Maria Lopez', active: true, reachable: false },
    { id: '2', name: 'Tom Lopez', active: true, reachable: false },
    { id: '3', name: 'Lars Lo', active: false, reachable: false },
  ]
  expect(colleaguesFor('lo', people).map(({ id }) => id)).toEqual(['1', '2'])
  expect(colleaguesFor('tom l', people).map(({ id }) => id)).toEqual(['2'])
  expect(colleaguesFor('', people)).toHaveLength(2)
})
