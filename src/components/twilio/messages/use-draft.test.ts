import { describe, expect, test } from 'vitest'
import { openBlanks } from './use-draft'

const draft = (text: string) => ({ text, template: null, blanks: ['contact.first_name', 'time'] })

describe('openBlanks', () => {
  test('names what a template left open', () => {
    expect(openBlanks(draft('Hi [contact.first_name], see you at [time]'))).toEqual(['contact.first_name', 'time'])
  })

  test('forgets what was written over by hand, and knows brackets of one’s own', () => {
    expect(openBlanks(draft('Hi Dana, see you at 9 [sic]'))).toEqual([])
  })
})
