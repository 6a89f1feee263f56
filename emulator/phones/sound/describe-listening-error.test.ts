import { describe, expect, it } from 'vitest'
import { describeListeningError } from './describe-listening-error.ts'

describe('why the browser stopped to listen', () => {
  it('is said with what to do instead, also for a code nobody knows', () => {
    expect(describeListeningError('not-allowed')).toContain('allow it in the browser, or type')
    expect(describeListeningError('network')).toContain('type instead')
    expect(describeListeningError('moonlight')).toBe('The browser could not listen (moonlight): type instead.')
  })

  it('is nothing to say when the person ended it', () => {
    expect(describeListeningError('aborted')).toBeUndefined()
  })
})
