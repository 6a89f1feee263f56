import type { Heard } from '../calls/call.ts'
import { hear } from '../calls/progress.ts'
import { intAttribute } from './attributes.ts'
import { fetchAudio } from './fetch-audio.ts'
import { spokenText } from './ssml.ts'
import type { Element } from './parse-twiml.ts'
import { textOf } from './parse-twiml.ts'
import { complain } from './verb.ts'
import type { Scene } from './verb.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'

/** What a Say, Play or Pause lets the caller hear, and for how long (milliseconds of clock time). */
export type Prompt = {
  heard: Omit<Heard, 'at'> | null
  ms: number
  digits?: string
  /** Of an audio file that could be read. */
  samples?: Int16Array | null
}

const mostLoops = 1000
const longestText = 4096

function loopsOf(element: Element): number {
  const loop = intAttribute(element, 'loop', 1, 0, mostLoops)
  return loop === 0 ? mostLoops : loop
}

export async function promptOf(run: Scene, element: Element, isInGather = false): Promise<Prompt | null> {
  if (element.name === 'Say') return sayPrompt(run, element)
  if (element.name === 'Play') return playPrompt(run, element, isInGather)
  const length = element.attributes['length']
  const seconds = intAttribute(element, 'length', -1, 0)
  if (length !== undefined && seconds === -1) complain(run, 13_910, `Pause: invalid length ${length}`)
  return { heard: null, ms: (seconds === -1 ? 1 : seconds) * 1000 }
}

async function playPrompt(run: Scene, element: Element, isInGather: boolean): Promise<Prompt | null> {
  const digits = element.attributes['digits']
  const loops = loopsOf(element)
  if (digits !== undefined) {
    const pauses = digits.length - digits.replace(/w/gi, '').length
    return { heard: { verb: 'play', digits }, ms: loops * (500 * pauses + 250 * (digits.length - pauses)), digits }
  }
  const text = textOf(element).trim()
  const url = text === '' ? null : resolveUrl(text, run.documentUrl)
  if (url === null) {
    complain(run, 11_100, `Play: not a URL: ${text}`)
    return null
  }
  const audio = await fetchAudio(run, url, isInGather)
  return audio === null ? null : { heard: { verb: 'play', url }, ms: loops * audio.ms, samples: audio.samples }
}

function sayPrompt(run: Scene, element: Element): Prompt | null {
  const { text, breakMs } = spokenText(element)
  if (text === '' && breakMs === 0) {
    complain(run, 13_520, 'Say: there is nothing to say')
    return null
  }
  if (text.length > longestText) complain(run, 13_521, `Say: the text has more than ${longestText} characters`)
  const ms = loopsOf(element) * (text.length * run.world.timing.sayPerCharacter + breakMs)
  return { heard: { verb: 'say', text }, ms }
}

/** A prompt as a verb of its own: heard, then waited for. */
export async function perform(run: Scene, element: Element): Promise<'next'> {
  const prompt = await promptOf(run, element)
  run.signal.throwIfAborted()
  if (prompt === null) return 'next'
  if (prompt.heard !== null) hear(run.world, run.leg, prompt.heard, prompt)
  for (const digit of prompt.digits ?? '') run.leg.peer?.inputs.push({ type: 'digit', digit })
  await run.world.clock.sleep(prompt.ms, run.signal)
  return 'next'
}
