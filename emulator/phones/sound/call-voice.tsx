import { useEffect, useRef } from 'react'
import { callDetailOf } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { isOver } from '../call/derive-call-state.ts'
import { createVoiceQueue, silenceCall } from './voice-queue.ts'

interface Props {
  callSid: string
  on: boolean
}

/** Lets what is heard on one call be heard in earnest, whichever screen the handset shows. Draws nothing. */
export const CallVoice = ({ callSid, on }: Props) => {
  const { data: call } = useResource(callDetailOf.of(callSid))
  const heard = call?.heard
  const over = call !== undefined && isOver(call)
  const known = useRef<number | undefined>(undefined)
  const queue = useRef<ReturnType<typeof createVoiceQueue> | undefined>(undefined)

  useEffect(() => {
    if (!on) return undefined
    queue.current = createVoiceQueue(callSid)
    return () => {
      queue.current = undefined
      silenceCall(callSid)
    }
  }, [on, callSid])

  useEffect(() => {
    if (!heard) return
    // A call that is looked up after its end is read, not spoken; one that ends just now is spoken to its last word.
    const fresh = heard.slice(known.current ?? (over ? heard.length : 0))
    known.current = heard.length
    for (const item of fresh) queue.current?.(item)
  }, [heard, over])
  return null
}
