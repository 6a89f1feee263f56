import { describe, expect, test } from 'vitest'
import { countSegments } from '@/shared/messages/count-segments'
import { describeSegments } from './describe-segments'

const described = (body: string) => {
  const { segments, encoding } = countSegments(body)
  return describeSegments(body, segments, encoding)
}

describe('describeSegments', () => {
  test('counts characters and segments', () => {
    expect(described('Hello')).toEqual({ count: '5 characters · 1 segment', warning: null })
    expect(described('x'.repeat(161)).count).toBe('161 characters · 2 segments')
  })

  test('names the character that makes segments short', () => {
    expect(described('Great – see you').warning).toBe('“–” makes each segment 70 characters instead of 160 (UCS-2)')
  })

  test('names an emoji whole, and at most three', () => {
    expect(described('👍🏽').warning).toContain('“👍🏽” makes')
    expect(described('ąćęł').warning).toContain('“ą”, “ć”, “ę” and others make')
  })
})
