import { sampleRate, tone } from './mix.ts'
import type { Voice } from './mix.ts'
import type { Recording, Sound } from './recording.ts'
import { synthesizeSpeech } from '../speech/synthesize-speech.ts'

const hertz = { inbound: 440, outbound: 330 }

/** Real sound where there is some, speech where a text and a program to speak it are known, tones for everything else that could be heard. */
export async function renderRecording({ sounds, durationSeconds }: Recording, program: string): Promise<Voice[]> {
  const wholeMs = (durationSeconds ?? 0) * 1000
  const voices: Voice[] = []
  for (const sound of sounds) {
    const { atMs, track } = sound
    const samples = sound.samples ?? (await madeUp(sound, wholeMs - atMs, program))
    voices.push({ from: Math.round((atMs / 1000) * sampleRate), samples, channel: track === 'inbound' ? 0 : 1 })
  }
  return voices
}

async function madeUp({ text, ms, track }: Sound, restMs: number, program: string): Promise<Int16Array> {
  const spoken = text === null ? null : await synthesizeSpeech(text, program)
  return spoken ?? tone(hertz[track], Math.max(0, Math.min(ms, restMs)))
}
