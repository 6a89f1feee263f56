import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { itemsOf } from '@/hooks/cache/pages'
import { useConversation, useMarkRead, useThread } from '@/hooks/useConversations'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { useSubject } from '../shell/dashboard-actions'
import { Composer } from './Composer'
import { ContactPanel } from './ContactPanel'
import { ConversationHeader } from './ConversationHeader'
import { RefusalBanner } from './RefusalBanner'
import { Thread } from './Thread'
import { useOutbox } from './use-outbox'

const route = getRouteApi('/signed-in/messages/$conversationId')

/** One conversation: its texts, the next one, and who it is with. */
export function ConversationView() {
  const { conversationId } = route.useParams()
  return <Conversation key={conversationId} id={conversationId} />
}

function Conversation({ id }: { id: string }) {
  const { data: conversation, error, refetch } = useConversation(id)
  const outbox = useOutbox(id)
  useSubject(conversation?.theirNumber ?? null)
  useReadWhileSeen(id)
  return (
    <div className="flex min-h-0 flex-1">
      <section aria-label="Conversation" className="flex min-w-0 flex-1 flex-col bg-surface">
        <ConversationHeader conversation={conversation} />
        {error && !conversation ? (
          <ErrorNotice
            error={error}
            what="This conversation could not be read."
            onRetry={() => void refetch()}
            className="m-4"
          />
        ) : (
          <>
            {conversation && <RefusalBanner phoneNumber={conversation.theirNumber} />}
            <Thread conversationId={id} outbox={outbox} />
            {conversation && <Composer conversation={conversation} outbox={outbox} />}
          </>
        )}
      </section>
      {conversation && <ContactPanel phoneNumber={conversation.theirNumber} optedOut={conversation.optedOut} />}
    </div>
  )
}

/**
 * An open conversation is read up to its newest text when it opens and whenever one arrives, as long as somebody who answers texts looks at
 * the page. What arrives while this is said stays unread until it is on screen.
 */
function useReadWhileSeen(id: string) {
  const newest = itemsOf(useThread(id).data)[0]?.id
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
