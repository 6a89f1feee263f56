import { describe, expect, test } from 'vitest'
import { describeSegments } from './describe-segments'

describe('describeSegments', () => {
  test('counts characters and segments', () => {
    expect(describeSegments('Hello')).toEqual({ count: '5 characters · 1 segment', warning: null })
    expect(describeSegments('x'.repeat(161)).count).toBe('161 characters · 2 segments')
  })

  test('names the character that makes it more segments', () => {
    expect(describeSegments(`It’s ${'x'.repeat(80)}`).warning).toBe('“’” makes this 2 segments instead of 1')
  })

  test('names the character that only makes segments short', () => {
    expect(describeSegments('Great – see you').warning).toBe(
      '“–” makes each segment 70 characters instead of 160 (UCS-2)',
    )
  })

  test('names an emoji whole, and at most three', () => {
    expect(describeSegments('👍🏽').warning).toContain('“👍🏽” makes')
    expect(describeSegments('ąćęł').warning).toContain('“ą”, “ć”, “ę” and others make')
  })
})
