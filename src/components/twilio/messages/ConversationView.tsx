import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { itemsOf } from '@/hooks/cache/pages'
import { useConversation, useMarkRead } from '@/hooks/useConversations'
import { useForbidden } from '@/hooks/useMe'
import { usePresence } from '@/hooks/usePresence'
import { useTimeline } from '@/hooks/useTimeline'
import { ErrorNotice } from '../ErrorNotice'
import { useSubject } from '../shell/dashboard-actions'
import { ContactPanel } from './ContactPanel'
import { ConversationHeader } from './ConversationHeader'
import { RefusalBanner } from './RefusalBanner'
import { ReplyArea } from './ReplyArea'
import { StaleThreadDialog } from './StaleThreadDialog'
import { Thread } from './Thread'
import { ThreadSkeleton } from './ThreadSkeleton'
import { useDraft } from './use-draft'
import { useIsWriting } from './use-is-writing'
import { useOutbox } from './use-outbox'

const route = getRouteApi('/signed-in/messages/$conversationId')

/** One conversation: what happened in it, the next text or note, and who it is with. */
export function ConversationView() {
  const { conversationId } = route.useParams()
  return <Conversation key={conversationId} id={conversationId} />
}

function Conversation({ id }: { id: string }) {
  const { at } = route.useSearch()
  const navigate = route.useNavigate()
  const sought = at ?? null
  const { data: conversation, error, refetch } = useConversation(id)
  const outbox = useOutbox(id)
  const [draft] = useDraft(id)
  const present = usePresence(id, useIsWriting(draft))
  useSubject(conversation?.theirNumber ?? null)
  useReadWhileSeen(id, sought)
  const toEnd = () => void navigate({ search: (search) => ({ ...search, at: undefined }), replace: true })
  return (
    <div className="flex min-h-0 flex-1">
      <section aria-label="Conversation" className="flex min-w-0 flex-1 flex-col bg-surface">
        <ConversationHeader conversation={conversation} present={present} />
        {error && !conversation ? (
          <ErrorNotice
            error={error}
            what="This conversation could not be read."
            onRetry={() => void refetch()}
            className="m-4"
          />
        ) : conversation ? (
          <>
            <RefusalBanner phoneNumber={conversation.theirNumber} />
            <Thread key={sought ?? 'end'} conversation={conversation} sought={sought} outbox={outbox} onToEnd={toEnd} />
            <ReplyArea conversation={conversation} outbox={outbox} />
            <StaleThreadDialog conversationId={id} outbox={outbox} onRead={toEnd} />
          </>
        ) : (
          <ThreadSkeleton />
        )}
      </section>
      {conversation && <ContactPanel conversation={conversation} />}
    </div>
  )
}

/**
 * An open conversation is read up to its newest text when it opens and whenever one arrives, as long as somebody who answers texts looks at
 * the page. What arrives while this is said stays unread until it is on screen.
 */
function useReadWhileSeen(id: string, sought: string | null) {
  const newest = itemsOf(useTimeline(id, sought).data).find((item) => item.kind === 'message')?.id
  const { mutate } = useMarkRead()
  const onlyLooks = useForbidden()('messages.send') !== undefined
  useEffect(() => {
    if (newest === undefined || onlyLooks) return
    const read = () => {
      if (document.visibilityState === 'visible') mutate({ id, through: newest })
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [id, newest, mutate, onlyLooks])
}
