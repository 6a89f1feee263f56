import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { attachments } from '@/hooks/attachments'
import { listConversations } from '@/hooks/api/messages'
import { drafts, newTextKey } from './use-draft'

/** Looks for a conversation with a number and goes there, with the words and files begun meanwhile. */
export function useExistingConversation(phoneNumber: string | null) {
  const navigate = useNavigate()
  const { data, isFetching } = useQuery({
    queryKey: ['conversations', 'with', phoneNumber],
    queryFn: async ({ signal }) => {
      const page = await listConversations({ q: phoneNumber ?? '', limit: 10 }, signal)
      return page.items.find((conversation) => conversation.theirNumber === phoneNumber)?.id ?? null
    },
    enabled: phoneNumber !== null,
    staleTime: 0,
  })
  useEffect(() => {
    if (!data) return
    drafts.move(newTextKey, data)
    attachments.move(newTextKey, data)
    void navigate({ to: '/messages/$conversationId', params: { conversationId: data }, replace: true })
  }, [data, navigate])
  return { isChecking: isFetching || Boolean(data) }
}
