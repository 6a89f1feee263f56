import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sampleRate } from './mix.ts'

const run = promisify(execFile)

/** What the program `flite` makes of a text: PCM at 8 kHz; null where it is not installed or fails. */
export async function synthesizeSpeech(text: string, program = 'flite'): Promise<Int16Array | null> {
  const words = text.replace(/\p{Cc}+/gu, ' ').slice(0, 4096)
  const folder = await mkdtemp(join(tmpdir(), 'speech-'))
  const file = join(folder, 'speech.wav')
  try {
    await run(program, ['-voice', 'kal', '-t', words, '-o', file], { timeout: 10_000 })
    return readSamples(await readFile(file))
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first channel of a 16-bit PCM WAV file, brought to 8 kHz; null for anything else. */
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
    const frame = Math.floor((index * rate) / sampleRate)
    samples[index] = file.readInt16LE(at + 8 + frame * 2 * channels)
  }
  return samples
}
