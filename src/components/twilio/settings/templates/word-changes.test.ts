import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordChanges } from './word-changes'

test('what changed is told from what stayed', () => {
  expect(wordChanges('Hi {{ name }}, see you today.', 'Hi {{ name }}, see you on Monday.')).toEqual([
    { kind: 'same', text: 'Hi {{ name }}, see you ' },
    { kind: 'gone', text: 'today.' },
    { kind: 'new', text: 'on Monday.' },
  ])
})

test('a variable changes as a whole', () => {
  expect(wordChanges('Hi {{ contact.name }},', 'Hi {{ contact.first_name }},')).toEqual([
    { kind: 'same', text: 'Hi ' },
    { kind: 'gone', text: '{{ contact.name }}' },
    { kind: 'new', text: '{{ contact.first_name }}' },
    { kind: 'same', text: ',' },
  ])
})

test('both texts can be read from the changes', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '<b>', '{', '{{ x }}'), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after)
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join('')
      expect([without('new'), without('gone')]).toEqual([before, after])
    }),
  )
})
