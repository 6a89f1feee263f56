export const sampleRate = 8000

/** Samples that begin at some sample of the recording, on one of its sides. */
export type Voice = { from: number; samples: Int16Array; channel: 0 | 1 }

/** One second of all voices together: interleaved, cut off where it would overflow. One channel holds both sides. */
export function mixSecond(voices: readonly Voice[], second: number, channels: 1 | 2): Int16Array {
  const mixed = new Int16Array(sampleRate * channels)
  const start = second * sampleRate
  for (const { from, samples, channel } of voices) {
    const first = Math.max(start, from)
    const last = Math.min(start + sampleRate, from + samples.length)
    for (let at = first; at < last; at++) {
      const index = (at - start) * channels + (channels === 2 ? channel : 0)
      const sum = (mixed[index] ?? 0) + (samples[at - from] ?? 0)
      mixed[index] = Math.max(-32_768, Math.min(32_767, sum))
    }
  }
  return mixed
}

/** A quiet tone with soft ends. */
export function tone(hertz: number, ms: number): Int16Array {
  const samples = new Int16Array(Math.round((ms / 1000) * sampleRate))
  const fade = Math.min(80, samples.length / 2)
  for (let at = 0; at < samples.length; at++) {
    const edge = Math.min(1, at / fade, (samples.length - at) / fade)
    samples[at] = Math.round(2000 * edge * Math.sin((2 * Math.PI * hertz * at) / sampleRate))
  }
  return samples
}
