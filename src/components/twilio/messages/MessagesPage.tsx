import { Outlet, useParams, useLocation } from '@tanstack/react-router'
import { MessageSquareText, SquarePen } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { useForbidden } from '@/hooks/useMe'
import { useDashboardActions } from '../shell/dashboard-actions'
import { PageHeader } from '../shell/PageHeader'
import { SplitView } from '../shell/SplitView'
import { ConversationFilters } from './ConversationFilters'
import { ConversationList } from './ConversationList'
import { focusedRow } from './next-row'
import { useConversationActions } from './use-conversation-actions'

export function MessagesPage() {
  const { conversationId } = useParams({ strict: false })
  const writing = useLocation({ select: ({ pathname }) => pathname.endsWith('/messages/new') })
  const { compose } = useDashboardActions()
  const forbidden = useForbidden()
  const open = conversationId !== undefined || writing
  const { done } = useConversationActions()
  useHotkeys({
    // The row with the focus, or else what is open.
    e: () => {
      const id = focusedRow() ?? conversationId
      if (id && !forbidden('conversations.write')) done({ id }, id === conversationId)
    },
  })
  return (
    <>
      <PageHeader title="Messages" detailOpen={open}>
        <Button variant="primary" disabledReason={forbidden('messages.send')} onClick={() => compose()}>
          <SquarePen aria-hidden /> New text
        </Button>
      </PageHeader>
      <SplitView
        alwaysSplit
        detailOpen={open}
        detail={open ? <Outlet /> : <EmptyState icon={MessageSquareText} title="Choose a conversation, or press m." />}
      >
        <ConversationFilters />
        <ConversationList />
      </SplitView>
    </>
  )
}
