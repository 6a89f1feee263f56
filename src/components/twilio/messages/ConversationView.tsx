import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useConversation, useMarkRead } from '@/hooks/useConversations'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { useSubject } from '../shell/dashboard-actions'
import { Composer } from './Composer'
import { ContactPanel } from './ContactPanel'
import { ConversationHeader } from './ConversationHeader'
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
  useReadWhileSeen(id, conversation?.lastMessageAt)
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
            <Thread conversationId={id} outbox={outbox} />
            {conversation && <Composer conversation={conversation} outbox={outbox} />}
          </>
        )}
      </section>
      {conversation && <ContactPanel phoneNumber={conversation.theirNumber} optedOut={conversation.optedOut} />}
    </div>
  )
}

/** An open conversation is read when it opens and whenever a text arrives, as long as somebody who answers texts looks at the page. */
function useReadWhileSeen(id: string, lastMessageAt: string | undefined) {
  const { mutate } = useMarkRead()
  const onlyLooks = useForbidden()('messages.send') !== undefined
  useEffect(() => {
    if (lastMessageAt === undefined || onlyLooks) return
    const read = () => {
      if (document.visibilityState === 'visible') mutate(id)
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [id, lastMessageAt, mutate, onlyLooks])
}
