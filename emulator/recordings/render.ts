import { sampleRate, tone } from './mix.ts'
import type { Voice } from './mix.ts'
import type { Recording, Sound } from './recording.ts'
import { synthesizeSpeech } from './synthesize-speech.ts'

const hertz = { inbound: 440, outbound: 330 }

/** Speech where a text and a program to speak it are known, tones for everything else that could be heard. */
export async function renderRecording(recording: Recording, program?: string): Promise<Voice[]> {
  const { sounds, durationSeconds } = recording
  const isKnown = sounds.length > 0 || recording.source !== 'RecordVerb'
  const all: Sound[] = isKnown ? sounds : [{ atMs: 0, ms: (durationSeconds ?? 0) * 1000, text: null, track: 'inbound' }]
  const voices: Voice[] = []
  for (const { atMs, ms, text, track } of all) {
    const spoken = text === null ? null : await synthesizeSpeech(text, program)
    const rest = (durationSeconds ?? 0) * 1000 - atMs
    const samples = spoken ?? tone(hertz[track], Math.max(0, Math.min(ms, rest)))
    voices.push({ from: Math.round((atMs / 1000) * sampleRate), samples, channel: track === 'inbound' ? 0 : 1 })
  }
  return voices
}
