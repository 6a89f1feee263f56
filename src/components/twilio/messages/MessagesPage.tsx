import { Outlet, useParams, useLocation } from '@tanstack/react-router'
import { MessageSquareText, SquarePen } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useForbidden } from '@/hooks/useMe'
import { useDashboardActions } from '../shell/dashboard-actions'
import { PageHeader } from '../shell/PageHeader'
import { SplitView } from '../shell/SplitView'
import { ConversationFilters } from './ConversationFilters'
import { ConversationList } from './ConversationList'

export function MessagesPage() {
  const { conversationId } = useParams({ strict: false })
  const writing = useLocation({ select: ({ pathname }) => pathname.endsWith('/messages/new') })
  const { compose } = useDashboardActions()
  const forbidden = useForbidden()
  const open = conversationId !== undefined || writing
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
