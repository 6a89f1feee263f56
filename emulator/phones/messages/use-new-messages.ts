import { useEffect, useRef } from 'react'
import type { Message } from '../api/schemas.ts'

/** Calls back once for each text that arrives while this handset is on screen; the first list only sets the scene. */
export const useNewMessages = (messages: Message[] | undefined, onReceived: (message: Message) => void): void => {
  const known = useRef<Set<string> | undefined>(undefined)
  useEffect(() => {
    if (!messages) return
    const before = known.current
    known.current = new Set(messages.map((message) => message.messageSid))
    if (!before) return
    for (const message of messages) {
      if (message.direction === 'received' && !before.has(message.messageSid)) onReceived(message)
    }
  })
}
