import { Readable } from 'node:stream'
import { mixSecond, sampleRate } from './mix.ts'
import type { Voice } from './mix.ts'

const bytesPerSample = 2

/** A real WAV file, PCM 16 bit at 8 kHz, of exactly this length. Made a second at a time. */
export function wavFile(
  seconds: number,
  channels: 1 | 2,
  voices: () => Promise<Voice[]>,
): { length: number; file: Readable } {
  const dataBytes = seconds * sampleRate * bytesPerSample * channels
  async function* chunks(): AsyncGenerator<Buffer> {
    yield wavHeader(dataBytes, channels)
    const sounding = await voices()
    for (let second = 0; second < seconds; second++) {
      const samples = mixSecond(sounding, second, channels)
      yield Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
    }
  }
  return { length: 44 + dataBytes, file: Readable.from(chunks()) }
}

export function wavHeader(dataBytes: number, channels: number, rate = sampleRate): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + dataBytes, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * bytesPerSample * channels, 28)
  head.writeUInt16LE(bytesPerSample * channels, 32)
  head.writeUInt16LE(8 * bytesPerSample, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(dataBytes, 40)
  return head
}
