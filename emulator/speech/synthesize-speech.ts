import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readSamples } from './read-samples.ts'

const run = promisify(execFile)

/** What the program `flite` makes of a text: PCM at 8 kHz; null where it is not installed or fails. */
export async function synthesizeSpeech(text: string, program: string): Promise<Int16Array | null> {
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
