import { describe, expect, it } from 'vitest'
import { parseOverrides } from './connection-overrides.ts'

describe('connection overrides', () => {
  it('are Twilio’s defaults where a URL says nothing', () => {
    expect(parseOverrides('')).toEqual({
      connectTimeout: 5000,
      readTimeout: 15_000,
      totalTimeout: 15_000,
      retries: 1,
      retryOn: new Set(['ct']),
    })
  })

  it('are read from the fragment', () => {
    expect(parseOverrides('ct=2000&rt=4500&tt=9000&rc=2&rp=5xx,ct,rt')).toEqual({
      connectTimeout: 2000,
      readTimeout: 4500,
      totalTimeout: 9000,
      retries: 2,
      retryOn: new Set(['5xx', 'ct', 'rt']),
    })
  })

  it('know the word for everything', () => {
    expect(parseOverrides('rp=all').retryOn.size).toBe(4)
  })

  it.each(['ct=50', 'rc=6', 'rt=abc', 'tt=99999', 'rc=-1'])('that are out of range count as absent: %s', (fragment) => {
    expect(parseOverrides(fragment)).toEqual(parseOverrides(''))
  })
})
