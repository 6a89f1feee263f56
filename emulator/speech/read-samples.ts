import { sampleRate } from '../recordings/mix.ts'

/** The first channel of a 16-bit PCM WAV file, brought to 8 kHz as a telephone line would; null for anything else. */
export function readSamples(file: Buffer): Int16Array | null {
  const at = file.indexOf('data', 12, 'latin1')
  if (file.length < 44 || file.toString('latin1', 0, 4) !== 'RIFF' || at === -1 || at + 8 > file.length) return null
  const channels = file.readUInt16LE(22)
  const rate = file.readUInt32LE(24)
  if (file.readUInt16LE(20) !== 1 || file.readUInt16LE(34) !== 16 || channels === 0 || rate === 0) return null
  const end = Math.min(file.length, at + 8 + file.readUInt32LE(at + 4))
  const frames = Math.floor((end - at - 8) / (2 * channels))
  const samples = new Int16Array(Math.floor((frames * sampleRate) / rate))
  for (let index = 0; index < samples.length; index++) {
    const first = Math.floor((index * rate) / sampleRate)
    const last = Math.max(first + 1, Math.min(frames, Math.floor(((index + 1) * rate) / sampleRate)))
    let sum = 0
    for (let frame = first; frame < last; frame++) sum += file.readInt16LE(at + 8 + frame * 2 * channels)
    samples[index] = Math.round(sum / (last - first))
  }
  return samples
}

/** What a `data:` URL with such a file holds. */
export function readAudioUrl(url: string): Int16Array | null {
  const encoded = /^data:audio\/[\w.+-]+(?:;[\w=.+-]+)*;base64,([A-Za-z0-9+/=\s]+)$/.exec(url)?.[1]
  return encoded === undefined ? null : readSamples(Buffer.from(encoded, 'base64'))
}
