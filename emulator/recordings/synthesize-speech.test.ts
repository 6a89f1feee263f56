import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSamples, synthesizeSpeech } from './synthesize-speech.ts'
import { wavHeader } from './wav.ts'

function wav(samples: number[], rate = 8000): Buffer {
  const data = Buffer.from(new Int16Array(samples).buffer)
  const header = wavHeader(data.length, 1)
  header.writeUInt32LE(rate, 24)
  return Buffer.concat([header, data])
}

describe('readSamples', () => {
  it('reads a file at 8 kHz as it is', () => {
    expect(readSamples(wav([1, -2, 3]))).toEqual(new Int16Array([1, -2, 3]))
  })

  it('takes every other sample of a file at 16 kHz', () => {
    expect(readSamples(wav([1, 2, 3, 4], 16_000))).toEqual(new Int16Array([1, 3]))
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.alloc(100)],
    ['no data', wav([1]).subarray(0, 36)],
  ])('is null for %s', (_what, file) => {
    expect(readSamples(file)).toBeNull()
  })
})

describe.skipIf(process.platform === 'win32')('synthesizeSpeech', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voice-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** Stands for the speaking program: it keeps its arguments and writes a prepared file where `-o` says. */
  async function program(exitCode = 0): Promise<string> {
    const path = join(folder, 'speaker')
    await writeFile(join(folder, 'prepared.wav'), wav([5, 6, 7]))
    const lines = ['#!/bin/sh', `printf '%s' "$4" > "${folder}/text"`, `cp "${folder}/prepared.wav" "$6"`]
    await writeFile(path, `${[...lines, `exit ${exitCode}`].join('\n')}\n`)
    await chmod(path, 0o755)
    return path
  }

  it('returns what the program speaks', async () => {
    expect(await synthesizeSpeech('Good morning', await program())).toEqual(new Int16Array([5, 6, 7]))
  })

  it('is null where the program fails or is not there', async () => {
    expect(await synthesizeSpeech('Good morning', await program(1))).toBeNull()
    expect(await synthesizeSpeech('Good morning', join(folder, 'absent'))).toBeNull()
  })
})
