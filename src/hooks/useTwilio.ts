import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { Message, SendMessageInput } from '@/shared/schemas/message'
import { listMessages, sendMessage } from './api/messages'
import { itemsOf, type Pages } from './cache/pages'
import { queryKeys } from './query-keys'
import { useCalls } from './useCalls'
import { useHangUp } from './useHangUp'
import { usePlaceCall } from './usePlaceCall'

/**
 * State and commands of telephony for a host's own components: calls and texts as far as they were read, newest first, and what one can do.
 * Needs a QueryClientProvider. A command rejects with the server's sentence; `error` is the last of them.
 */
export function useTwilio() {
  const calls = useCalls()
  const messages = useInfiniteQuery({
    queryKey: queryKeys.messages,
    queryFn: ({ pageParam, signal }) => listMessages(pageParam ? { cursor: pageParam } : {}, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
  const place = usePlaceCall()
  const hangUp = useHangUp()
  const send = useMutation({ mutationFn: (input: SendMessageInput) => sendMessage(input, crypto.randomUUID()) })
  const messageData: Pages<Message> | undefined = messages.data
  return {
    calls: itemsOf(calls.data),
    messages: itemsOf(messageData),
    conferences,
    loading: calls.isPending || messages.isPending,
    error: send.error ?? place.error ?? hangUp.error ?? calls.error ?? messages.error,
    send: send.mutateAsync,
    dial: (to: string, from?: string) =>
      place.mutateAsync({ input: { to, ...(from && { from }) }, key: crypto.randomUUID() }),
    hangUp: hangUp.mutateAsync,
  }
}

const startOfList: string | null = null
const conferences: never[] = []
