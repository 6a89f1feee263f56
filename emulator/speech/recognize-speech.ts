import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { wavHeader } from '../recordings/wav.ts'
import { hintGrammar, readDictionary } from './hint-grammar.ts'

export type Recognized = { text: string; confidence: number }
type Word = { word: string; probability: number; score: number; frames: number }

const run = promisify(execFile)
/** Where Debian's package has the words that its English model knows. */
const dictionaryFile = '/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict'
const silence = 2000
/** What a frame of sound costs that fits its word, and one that fits any other word as well; found by trying synthetic voices. */
const [fitting, chance] = [10, 46]

/**
 * What the program `pocketsphinx_continuous` makes of English speech at 8 kHz: one of the hints if the sound fits it, else any words. Empty
 * text if it understands nothing; null where it is not installed or fails.
 */
export async function recognizeSpeech(
  samples: Int16Array,
  hints: readonly string[],
  program: string,
): Promise<Recognized | null> {
  const folder = await mkdtemp(join(tmpdir(), 'speech-'))
  const file = join(folder, 'speech.wav')
  try {
    await writeFile(file, wideWav(samples))
    const grammar = hints.length === 0 ? null : hintGrammar(hints, await readDictionary(dictionaryFile))
    if (grammar !== null) {
      const grammarFile = join(folder, 'hints.gram')
      await writeFile(grammarFile, grammar.text)
      const words = await listen(program, ['-infile', file, '-jsgf', grammarFile])
      const confidence = fitOf(words)
      if (confidence >= 0.5) return { text: grammar.writtenAs(words.map(({ word }) => word)), confidence }
    }
    const words = await listen(program, ['-infile', file])
    const sum = words.reduce((total, { probability }) => total + probability, 0)
    return { text: words.map(({ word }) => word).join(' '), confidence: round(sum / Math.max(1, words.length)) }
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The model was made for 16 kHz: each sample twice, and a little silence around. */
function wideWav(samples: Int16Array): Buffer {
  const wide = new Int16Array(2 * (samples.length + 2 * silence))
  samples.forEach((sample, index) => wide.fill(sample, 2 * (silence + index), 2 * (silence + index) + 2))
  const data = Buffer.from(wide.buffer)
  return Buffer.concat([wavHeader(data.length, 1, 16_000), data])
}

/** The words with their probabilities and scores, out of the program's log. */
async function listen(program: string, args: string[]): Promise<Word[]> {
  const options = { timeout: 60_000, maxBuffer: 16 * 1024 * 1024 }
  const { stderr } = await run(program, [...args, '-backtrace', 'yes'], options)
  const rows = stderr.matchAll(/^([^\s<[(]+?)(?:\(\d+\))?\s+(\d+)\s+(\d+)\s+([\d.]+)\s+(-?\d+)\s+-?\d+\s+-?\d+\s*$/gm)
  return [...rows].map(([, word = '', first, last, probability, score]) => ({
    word,
    probability: Math.min(1, Number(probability)),
    score: Number(score),
    frames: Number(last) - Number(first) + 1,
  }))
}

/** How well a sound fits the words of a grammar, 0 to 1: there all words are equally probable, so only the score tells. */
function fitOf(words: readonly Word[]): number {
  const frames = words.reduce((sum, each) => sum + each.frames, 0)
  const cost = -words.reduce((sum, each) => sum + each.score, 0) / frames
  return frames === 0 ? 0 : round((chance - cost) / (chance - fitting))
}

function round(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 100) / 100
}
