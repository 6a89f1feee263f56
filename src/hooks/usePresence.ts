import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PresentPerson } from '@/shared/schemas/conversation'
import { putPresence } from './api/inbox'
import { queryKeys } from './query-keys'
import { useMe } from './useMe'

/** Well within the 45 s after which the server forgets who is silent. */
const everyMilliseconds = 20_000

/**
 * Says that the person reads or writes in a conversation while they look at it, and gives who else does. A hidden page has left; so has a
 * closed one.
 */
export function usePresence(conversationId: string, isWriting: boolean): PresentPerson[] {
  const client = useQueryClient()
  const { data: me } = useMe()
  const queryKey = queryKeys.presence(conversationId)
  const { data } = useQuery<PresentPerson[]>({ queryKey, queryFn: () => [], enabled: false, initialData: [] })
  const state = isWriting ? 'writing' : 'reading'

  useEffect(() => {
    const say = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await putPresence(conversationId, state).catch(() => null)
      if (answer) client.setQueryData(queryKeys.presence(conversationId), answer.items)
    }
    const onVisibility = () => (document.visibilityState === 'visible' ? void say() : leave(conversationId))
    void say()
    const timer = setInterval(() => void say(), everyMilliseconds)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [client, conversationId, state])

  useEffect(() => () => leave(conversationId), [conversationId])
  return data.filter((person) => person.id !== me?.id)
}

function leave(conversationId: string) {
  void putPresence(conversationId, 'away', true).catch(() => undefined)
}
