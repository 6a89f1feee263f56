import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

function dataUrl(file: Buffer): string {
  return `data:audio/wav;base64,${file.toString('base64')}`
}

/** A WAV file at 8 kHz: silence, a loud square wave, silence. */
export function spokenWav({ silentMs = 0, soundMs = 0, thenSilentMs = 0 }): string {
  const samples = [silentMs, soundMs, thenSilentMs].map((ms) => ms * 8)
  const sound = new Int16Array((samples[0] ?? 0) + (samples[1] ?? 0) + (samples[2] ?? 0))
  for (let index = 0; index < (samples[1] ?? 0); index++)
    sound[(samples[0] ?? 0) + index] = index % 16 < 8 ? 9000 : -9000
  const data = Buffer.from(sound.buffer)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 16_000],
    [40, data.length],
  ] as const) {
    head.writeUInt32LE(value, at)
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const) {
    head.writeUInt16LE(value, at)
  }
  head.write('data', 36, 'latin1')
  return dataUrl(Buffer.concat([head, data]))
}

/** A person's voice as `flite` makes it; null where that program is not installed. */
export async function voiceSaying(text: string, voice = 'rms'): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'voice-'))
  const file = join(folder, 'voice.wav')
  try {
    await run('flite', ['-voice', voice, '-t', text, '-o', file])
    return dataUrl(await readFile(file))
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether this machine understands speech. */
export async function canRecognize(): Promise<boolean> {
  return run('pocketsphinx_continuous', ['-infile', '/dev/null', '-logfn', '/dev/null']).then(
    () => true,
    (error: { code?: unknown }) => error.code !== 'ENOENT',
  )
}
