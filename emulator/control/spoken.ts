import { z } from 'zod'
import type { Leg } from '../calls/leg.ts'
import type { Speech } from '../calls/speak.ts'
import { sampleRate } from '../recordings/mix.ts'
import { readAudioUrl } from '../speech/read-samples.ts'
import { recognizeSpeech } from '../speech/recognize-speech.ts'
import type { World } from '../world.ts'
import { ControlError } from './control-route.ts'

/** Real sound, as a `data:` URL with a WAV file. */
export const audio = z.string().optional()

/** Where a speech's words come from: typed, or recognized in real sound. */
export type Spoken = Speech & { recognized: boolean }

type Said = { type: Speech['type']; text: string; confidence: number; ms?: number; audio?: string | undefined }

/**
 * What a person says. Of real sound that is what the recognizer makes of it, knowing what the call's verb listens for; where there is no recognizer,
 * or the language is not English, it is the text that was typed with it.
 */
export async function readSpeech(world: World, leg: Leg, said: Said): Promise<Spoken> {
  const { audio: url, ...typed } = said
  if (url === undefined) return { ...typed, recognized: false }
  const samples = readAudioUrl(url)
  if (samples === null) throw new ControlError(400, 'invalid', 'audio: must be a data: URL with a 16-bit PCM WAV file')
  const sound = { ...typed, samples, ms: (samples.length * 1000) / sampleRate }
  const { hints, language } = leg.inputs.expects
  if (!/^en\b/i.test(language)) return { ...sound, recognized: false }
  const heard = await recognizeSpeech(samples, hints, world.programs.recognize)
  return heard === null ? { ...sound, recognized: false } : { ...sound, ...heard, recognized: true }
}
