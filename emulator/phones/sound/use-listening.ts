import { useEffect, useRef, useState } from 'react'
import { describeListeningError } from './describe-listening-error.ts'

export interface Said {
  text: string
  /** 0 to 1, as the browser has it. */
  confidence: number
  seconds: number
}

const findListener = () => globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition

/** Whether this browser understands spoken words. */
export const canListen = (): boolean => findListener() !== undefined

const msPerSecond = 1000

/** Listens to the microphone once: `onHearing` with the words so far, `onSaid` with all of them at the end. */
export const useListening = (onHearing: (text: string) => void, onSaid: (said: Said) => void) => {
  const [listening, setListening] = useState(false)
  const [error, setError] = useState<string | undefined>()
  const running = useRef<SpeechListener | undefined>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = (): void => {
    const Listener = findListener()
    if (!Listener) return
    const listener = new Listener()
    const startedAt = performance.now()
    let said: Omit<Said, 'seconds'> | undefined
    listener.lang = 'en-US'
    listener.interimResults = true
    listener.addEventListener('result', ({ results }) => {
      const parts = Array.from(results).flatMap((result) => result[0] ?? [])
      const text = parts
        .map((part) => part.transcript)
        .join(' ')
        .trim()
      said = { text, confidence: Math.min(...parts.map((part) => part.confidence)) }
      onHearing(text)
    })
    listener.addEventListener('error', (event) => setError(describeListeningError(event.error)))
    listener.addEventListener('end', () => {
      running.current = undefined
      setListening(false)
      const seconds = Math.max(1, Math.round((performance.now() - startedAt) / msPerSecond))
      if (said && said.text !== '') onSaid({ ...said, seconds })
    })
    running.current = listener
    setError(undefined)
    setListening(true)
    try {
      listener.start()
    } catch {
      setListening(false)
      setError(describeListeningError('audio-capture'))
    }
  }
  return { listening, error, toggle: () => (listening ? running.current?.stop() : start()) }
}
