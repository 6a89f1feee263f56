import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchQuery, searchWords } from './search-words'

describe('the words of a text', () => {
  test.each([
    ['Is the Job still OPEN?', ['is', 'the', 'job', 'still', 'open']],
    ['Café, naïve — Übung', ['cafe', 'naive', 'ubung']],
    ['call +1 (415) 555-0100', ['call', '1', '415', '555', '0100']],
    ['job job job', ['job']],
    ["'); drop table x; -- <script>", ['drop', 'table', 'x', 'script']],
    ['🙂', []],
    ['東京 で', ['東京', 'て']],
  ])('%s', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  test('only letters and digits, at most sixty, each once, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = searchWords(text)
        expect(new Set(words).size).toBe(words.length)
        for (const word of words) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(Array.from(word).length).toBeLessThanOrEqual(60)
        }
      }),
      { seed: 20_260_302 },
    )
  })
})

describe('what is searched for', () => {
  test.each([
    ['job interv', "'job' & 'interv':*"],
    ['Interview', "'interview':*"],
    ['the the', "'the':*"],
    ["it's", "'it' & 's':*"],
    ['  ', null],
    ['?!', null],
  ])('%s', (text, query) => {
    expect(searchQuery(text)).toBe(query)
  })
})
