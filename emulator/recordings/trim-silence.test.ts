import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sound } from './recording.ts'
import { trimSilence } from './trim-silence.ts'

function sound(atMs: number, ms: number, samples: Int16Array | null = null): Sound {
  return { atMs, ms, text: null, track: 'inbound', samples }
}

/** Half a second of silence, one of noise, one and a half of silence. */
const noise = new Int16Array(24_000).fill(5000, 4000, 12_000)

describe('trimSilence', () => {
  it('begins with the first sound and ends with the last', () => {
    expect(trimSilence([sound(1000, 500), sound(3000, 2000)], 9000)).toEqual({
      sounds: [sound(0, 500), sound(2000, 2000)],
      lengthMs: 4000,
    })
  })

  it('hears what is silent in real audio', () => {
    expect(trimSilence([sound(2000, 3000, noise)], 9000)).toEqual({
      sounds: [sound(-500, 3000, noise)],
      lengthMs: 1000,
    })
  })

  it('leaves nothing of silence', () => {
    expect(trimSilence([sound(100, 1000, new Int16Array(8000))], 5000)).toEqual({ sounds: [], lengthMs: 0 })
    expect(trimSilence([], 5000)).toEqual({ sounds: [], lengthMs: 0 })
  })

  it('never makes it longer, and keeps every sound', () => {
    const sounds = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 5000 })).map(([at, ms]) => sound(at, ms)),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(sounds, (all) => {
        const trimmed = trimSilence(all, 10_000)
        expect(trimmed.lengthMs).toBeGreaterThan(0)
        expect(trimmed.lengthMs).toBeLessThanOrEqual(10_000)
        expect(trimmed.sounds).toHaveLength(all.length)
        expect(Math.min(...trimmed.sounds.map(({ atMs }) => atMs))).toBe(0)
      }),
    )
  })
})
