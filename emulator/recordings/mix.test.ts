import { describe, expect, it } from 'vitest'
import { mixSecond, sampleRate, tone } from './mix.ts'
import type { Voice } from './mix.ts'

const flat = (from: number, length: number, value: number, channel: 0 | 1 = 0): Voice => ({
  from,
  samples: new Int16Array(length).fill(value),
  channel,
})

describe('mixSecond', () => {
  it('is a second of silence where nobody speaks', () => {
    expect(mixSecond([], 0, 1)).toEqual(new Int16Array(sampleRate))
  })

  it('puts a voice where it begins, across the border of a second', () => {
    const voice = flat(sampleRate - 2, 4, 7)
    expect(Array.from(mixSecond([voice], 0, 1).slice(-3))).toEqual([0, 7, 7])
    expect(Array.from(mixSecond([voice], 1, 1).slice(0, 3))).toEqual([7, 7, 0])
  })

  it('adds voices up, without overflow', () => {
    expect(mixSecond([flat(0, 1, 5), flat(0, 1, 6, 1)], 0, 1)[0]).toBe(11)
    expect(mixSecond([flat(0, 1, 30_000), flat(0, 1, 30_000)], 0, 1)[0]).toBe(32_767)
    expect(mixSecond([flat(0, 1, -30_000), flat(0, 1, -30_000)], 0, 1)[0]).toBe(-32_768)
  })

  it('keeps two sides apart', () => {
    expect(Array.from(mixSecond([flat(0, 2, 5), flat(0, 2, 6, 1)], 0, 2).slice(0, 6))).toEqual([5, 6, 5, 6, 0, 0])
  })
})

describe('tone', () => {
  it('lasts as long as asked, beginning and ending softly', () => {
    const samples = tone(440, 500)
    expect(samples).toHaveLength(4000)
    expect(samples[0]).toBe(0)
    expect(Math.max(...samples)).toBeGreaterThan(1900)
    expect(Math.abs(samples.at(-1) ?? 9999)).toBeLessThan(100)
  })
})
