import { expect, test } from 'vitest'
import { markWords } from './mark-words'

const shown = (text: string, q: string) =>
  markWords(text, q)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('')

test.each([
  ['Is the job open?', 'job', 'Is the [job] open?'],
  ['Über das Übergabegespräch', 'uber', '[Über] das [Übergabegespräch]'],
  ['nothing here', 'absent', 'nothing here'],
  ['a <b>job</b>', 'job b', 'a <[b]>[job]</[b]>'],
  [
    'A long introduction that says very little, and then the interview itself',
    'interview',
    'says very little, and then the [interview] itself',
  ],
  ['', 'job', ''],
])('%s, searched for %s', (text, q, marked) => {
  expect(shown(text, q)).toBe(marked)
})
