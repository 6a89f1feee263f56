import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchWords } from './match-words'

test.each([
  ['exact', ['jobs'], 'JOBS', true],
  ['exact', ['jobs'], '  Jobs! ', true],
  ['exact', ['jobs'], 'jobs please', false],
  ['exact', ['start date', 'when'], 'When?', true],
  ['exact', ["i'm here"], 'I’m here.', true],
  ['exact', ['👍'], '👍', true],
  ['starts_with', ['apply'], 'Apply for nurse', true],
  ['starts_with', ['apply'], 'applying now', false],
  ['starts_with', ['apply'], 'I apply', false],
  ['contains', ['hi'], 'this is it', false],
  ['contains', ['hi'], 'well, hi there', true],
  ['contains', ['pay rate'], 'what is the pay-rate?', true],
  ['contains', ['über'], 'ÜBER uns', true],
  ['pattern', ['^job\\s*#?\\d+$'], 'JOB #42', true],
  ['pattern', ['^job\\s*#?\\d+$'], 'a job', false],
  ['pattern', ['('], '(', false],
  ['any', [], 'whatever', true],
] as const)('%s %j, texted %j: %s', (match, words, body, expected) => {
  expect(matchWords({ match, words: [...words] }, body)).toBe(expected)
})

test('a rule finds its own words in any text around them', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8})?$/),
      fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 }),
      fc.constantFrom(' ', ', ', '... ', '\n'),
      (words, others, mark) => {
        const body = [...others, words.toUpperCase(), ...others].join(mark)
        expect(matchWords({ match: 'contains', words: [words] }, body)).toBe(true)
        if (others.length > 0) return
        expect(matchWords({ match: 'exact', words: [words] }, body)).toBe(true)
      },
    ),
  )
})

test('no pattern of an administrator and no text of a stranger keep the process', () => {
  const bodies = ['a'.repeat(1_599) + '!', 'ab'.repeat(800), ' '.repeat(1_600), '1'.repeat(1_600)]
  const patterns = [
    '^(a+)+$',
    '(a|a)*b',
    '(.*)*x',
    '(a|aa)+$',
    '((a{1,50}){1,10}){1,4}!?b',
    '(\\s*,?\\s*)*$x',
    '([a-z]+)*\\d',
  ]
  for (const pattern of patterns) {
    for (const body of bodies) {
      // Processor time: a busy machine is slow, not wrong.
      const started = process.threadCpuUsage()
      matchWords({ match: 'pattern', words: [pattern] }, body)
      expect(process.threadCpuUsage(started).user / 1000, `${pattern} on ${body.slice(0, 5)}…`).toBeLessThan(500)
    }
  }
})
