import type { Heard } from '../api/schemas.ts'
import { canSpeak } from './can-speak.ts'

const speakText = (text: string, signal: AbortSignal): Promise<void> => {
  if (!canSpeak()) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.addEventListener('end', () => resolve())
  utterance.addEventListener('error', () => resolve())
  signal.addEventListener('abort', () => {
    speechSynthesis.cancel()
    resolve()
  })
  speechSynthesis.speak(utterance)
  return promise
}

const playSound = (url: string, signal: AbortSignal): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const audio = new Audio(url)
  audio.addEventListener('ended', () => resolve())
  audio.addEventListener('error', () => resolve())
  signal.addEventListener('abort', () => {
    audio.pause()
    resolve()
  })
  // A browser lets no page sound before somebody has clicked in it.
  audio.play().catch(() => resolve())
  return promise
}

const silencers = new Map<string, AbortController>()

/** Whoever hangs up hears no more, neither what sounds now nor what was to come. */
export const silenceCall = (callSid: string): void => {
  silencers.get(callSid)?.abort()
  silencers.delete(callSid)
}

/** What is heard on one call, one thing after the other, until it is silenced. */
export const createVoiceQueue = (callSid: string) => {
  silenceCall(callSid)
  const silencer = new AbortController()
  silencers.set(callSid, silencer)
  const { signal } = silencer
  let last: Promise<void> = Promise.resolve()
  return (item: Heard): void => {
    last = last.then(() => {
      if (signal.aborted) return undefined
      if (item.text !== '') return speakText(item.text, signal)
      return item.soundUrl === '' ? undefined : playSound(item.soundUrl, signal)
    })
  }
}
