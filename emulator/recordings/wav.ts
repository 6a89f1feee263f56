import { Readable } from 'node:stream'

const rate = 8000
const bytesPerSample = 2

/** A real WAV file, PCM 16 bit at 8 kHz, of exactly this length: a quiet 440 Hz tone. Made a second at a time. */
export function wavFile(seconds: number, channels: 1 | 2): { length: number; file: Readable } {
  const dataBytes = seconds * rate * bytesPerSample * channels
  const second = Buffer.alloc(rate * bytesPerSample * channels)
  for (let sample = 0; sample < rate; sample++) {
    const value = Math.round(2000 * Math.sin((2 * Math.PI * 440 * sample) / rate))
    for (let channel = 0; channel < channels; channel++) {
      second.writeInt16LE(value, (sample * channels + channel) * bytesPerSample)
    }
  }
  function* chunks(): Generator<Buffer> {
    yield header(dataBytes, channels)
    for (let count = 0; count < seconds; count++) yield second
  }
  return { length: 44 + dataBytes, file: Readable.from(chunks()) }
}

function header(dataBytes: number, channels: number): Buffer {
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
