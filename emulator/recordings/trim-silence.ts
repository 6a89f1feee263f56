import { sampleRate } from './mix.ts'
import type { Sound } from './recording.ts'

/** What is fainter than this, 1 % of the loudest, is silence. */
const faintest = 327

/** The sounds from the first that can be heard on, and the milliseconds up to the end of the last one; 0 if there is none. */
export function trimSilence(sounds: readonly Sound[], lengthMs: number): { sounds: Sound[]; lengthMs: number } {
  let start = lengthMs
  let end = 0
  for (const sound of sounds) {
    const heard = audiblePart(sound)
    if (heard === null) continue
    start = Math.min(start, sound.atMs + heard.fromMs)
    end = Math.max(end, Math.min(lengthMs, sound.atMs + heard.toMs))
  }
  if (end <= start) return { sounds: [], lengthMs: 0 }
  return { sounds: sounds.map((sound) => ({ ...sound, atMs: sound.atMs - start })), lengthMs: end - start }
}

function isHeard(sample: number): boolean {
  return Math.abs(sample) > faintest
}

/** Without samples all of a sound can be heard. */
function audiblePart({ samples, ms }: Sound): { fromMs: number; toMs: number } | null {
  if (samples === null) return ms === 0 ? null : { fromMs: 0, toMs: ms }
  const first = samples.findIndex(isHeard)
  if (first === -1) return null
  const last = samples.findLastIndex(isHeard)
  return { fromMs: (first * 1000) / sampleRate, toMs: ((last + 1) * 1000) / sampleRate }
}
