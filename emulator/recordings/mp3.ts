import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Mp3Encoder } from '@breezystack/lamejs'
import { mixSecond, sampleRate } from './mix.ts'
import type { Voice } from './mix.ts'

const kilobitsPerSecond = 32

/** The same sound as the WAV file's, as MP3 at 32 kbit/s. Encoded a second at a time, so that others get their turn. */
export function mp3File(seconds: number, channels: 1 | 2, voices: () => Promise<Voice[]>): Readable {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const encoder = new Mp3Encoder(channels, sampleRate, kilobitsPerSecond)
    const sounding = await voices()
    for (let second = 0; second < seconds; second++) {
      const [left, right] = sidesOf(mixSecond(sounding, second, channels), channels)
      const part = encoder.encodeBuffer(left, right)
      if (part.length > 0) yield part
      await nextTurn()
    }
    yield encoder.flush()
  }
  return Readable.from(chunks(), { objectMode: false })
}

function sidesOf(samples: Int16Array, channels: 1 | 2): [Int16Array, Int16Array | undefined] {
  if (channels === 1) return [samples, undefined]
  return [samples.filter((_sample, index) => index % 2 === 0), samples.filter((_sample, index) => index % 2 === 1)]
}
