import { useEffect, useRef } from 'react'
import { callDetailOf } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { canSpeak } from './can-speak.ts'

interface Props {
  callSid: string
  on: boolean
}

/** Speaks what is heard on one call as it is heard, whichever screen the handset shows. Draws nothing. */
export const CallVoice = ({ callSid, on }: Props) => {
  const heard = useResource(callDetailOf.of(callSid)).data?.heard
  const spoken = useRef(0)

  useEffect(() => {
    if (!heard) return
    const fresh = heard.slice(spoken.current)
    spoken.current = heard.length
    if (!on || !canSpeak()) return
    for (const { text } of fresh) if (text !== '') speechSynthesis.speak(new SpeechSynthesisUtterance(text))
  }, [heard, on])

  useEffect(() => {
    if (!on || !canSpeak()) return undefined
    return () => speechSynthesis.cancel()
  }, [on])
  return null
}
