import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wavHeader } from '../recordings/wav.ts'
import { synthesizeSpeech } from './synthesize-speech.ts'

function wav(samples: number[]): Buffer {
  const data = Buffer.from(new Int16Array(samples).buffer)
  return Buffer.concat([wavHeader(data.length, 1), data])
}

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
