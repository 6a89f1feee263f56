import { useNavigate } from '@tanstack/react-router'
import { showToast } from '@/components/ui/show-toast'
import { useChangeConversation } from '@/hooks/useConversations'
import { useMediaQuery } from '@/hooks/use-media-query'
import type { ChangeConversationInput } from '@/shared/schemas/conversation'
import type { Conversation } from '@/shared/schemas/message'
import { formatClockTime, formatDay } from '../format/format-time'
import { toastError } from '../toast-error'
import { rowAfter } from './next-row'

/** What can be done with a conversation. Done and snoozed ones leave the list: what comes after them opens. */
export function useConversationActions() {
  const { mutate } = useChangeConversation()
  const navigate = useNavigate()
  const isWide = useMediaQuery('(min-width: 48rem)')
  const change = (id: string, input: ChangeConversationInput, done?: () => void) =>
    mutate({ id, ...input }, { onSuccess: done, onError: (error) => toastError('That was not done.', error) })

  const goOn = (next: string | null) =>
    void navigate(
      next && isWide
        ? {
            to: '/messages/$conversationId',
            params: { conversationId: next },
            search: (search) => ({ ...search, at: undefined }),
          }
        : { to: '/messages', search: (search) => ({ ...search, at: undefined }) },
    )

  const putAway = (
    conversation: Pick<Conversation, 'id'>,
    input: ChangeConversationInput,
    words: string,
    isOpen: boolean,
  ) => {
    const next = rowAfter(conversation.id)
    const undo = () => change(conversation.id, { status: 'open' })
    change(conversation.id, input, () => {
      showToast(words, { action: { label: 'Undo', onClick: undo } })
      if (isOpen) goOn(next)
    })
  }

  return {
    assign: (id: string, personId: string | null) => change(id, { assignedTo: personId }),
    open: (id: string) => change(id, { status: 'open' }),
    /** `isOpen`: it is the one on screen. */
    done: (conversation: Pick<Conversation, 'id'>, isOpen: boolean) =>
      putAway(conversation, { status: 'done' }, 'Done', isOpen),
    snooze(conversation: Pick<Conversation, 'id'>, until: Date) {
      const words = `Snoozed until ${formatDay(until, new Date()).replace(/^Today$/, 'today')}, ${formatClockTime(until)}`
      putAway(conversation, { status: 'snoozed', snoozedUntil: until.toISOString() }, words, true)
    },
  }
}
