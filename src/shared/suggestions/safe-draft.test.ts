import { expect, test } from 'vitest'
import { safeDraft } from './safe-draft'

const ours = ['Apply here: https://jobs.example.com/nurse. Thanks']

test.each([
  ['Thanks, see you then!', 'Thanks, see you then!'],
  ['  Thanks,\n\nsee   you\u0000 ', 'Thanks, see you'],
  ['Apply at https://jobs.example.com/nurse!', 'Apply at https://jobs.example.com/nurse!'],
  ['At 9 a.m. on Monday 11/23, e.g. or i.e.', 'At 9 a.m. on Monday 11/23, e.g. or i.e.'],
  ['Click https://evil.example/x', null],
  ['Go to evil.example/login', null],
  ['www.evil.example', null],
  ['https://jobs.example.com.evil.example/nurse', null],
  ['Write to me@evil.example', null],
  ['Call +1 (900) 555-0123', null],
  ['x'.repeat(321), null],
])('%j becomes %j', (draft, expected) => expect(safeDraft(draft, ours)).toBe(expected))
