import { useEffect, useRef } from 'react'
import { callDetailOf } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { isOver } from '../call/derive-call-state.ts'
import { createVoiceQueue } from './voice-queue.ts'

interface Props {
  callSid: string
  on: boolean
}

/** Lets what is heard on one call be heard in earnest, whichever screen the handset shows. Draws nothing. */
export const CallVoice = ({ callSid, on }: Props) => {
  const { data: call } = useResource(callDetailOf.of(callSid))
  const heard = call?.heard
  const over = call !== undefined && isOver(call)
  const known = useRef(0)
  const queue = useRef<ReturnType<typeof createVoiceQueue> | undefined>(undefined)

  useEffect(() => {
    if (!on || over) return undefined
    const silence = new AbortController()
    queue.current = createVoiceQueue(silence.signal)
    return () => {
      queue.current = undefined
      silence.abort()
    }
  }, [on, over])

  useEffect(() => {
    if (!heard) return
    const fresh = heard.slice(known.current)
    known.current = heard.length
    for (const item of fresh) queue.current?.(item)
  }, [heard])
  return null
}
