import { useEffect, useRef } from 'react'
import type { Heard } from '../api/schemas.ts'

export const canSpeak = (): boolean => 'speechSynthesis' in globalThis && 'SpeechSynthesisUtterance' in globalThis

/** Speak what a caller newly hears; what was heard before this call was on screen stays silent. */
export const useSpeaker = (heard: Heard[], on: boolean): void => {
  const spoken = useRef(heard.length)
  useEffect(() => {
    const fresh = heard.slice(spoken.current)
    spoken.current = heard.length
    if (!on || !canSpeak()) return
    for (const { text } of fresh) if (text !== '') speechSynthesis.speak(new SpeechSynthesisUtterance(text))
  }, [heard, on])
  useEffect(() => {
    if (!on || !canSpeak()) return undefined
    return () => speechSynthesis.cancel()
  }, [on])
}
