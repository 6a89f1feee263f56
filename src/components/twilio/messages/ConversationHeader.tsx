import { Link } from '@tanstack/react-router'
import { ArrowLeft, Phone, UserRound } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { useContactOf } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import type { Conversation } from '@/shared/schemas/message'
import { PhoneNumber } from '../PhoneNumber'
import { useDashboardActions } from '../shell/dashboard-actions'
import { OptedOutBadge } from './OptedOutBadge'

export function ConversationHeader({ conversation }: { conversation: Conversation | undefined }) {
  const { dial, editContact } = useDashboardActions()
  const { data: contact } = useContactOf(conversation?.theirNumber ?? null)
  const forbidden = useForbidden()
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b px-2 md:px-4">
      <Button asChild variant="quiet" size="icon" className="md:hidden" aria-label="Back to the conversations">
        <Link to="/messages" search={(search) => search}>
          <ArrowLeft aria-hidden />
        </Link>
      </Button>
      {conversation ? (
        <>
          <div className="min-w-0 flex-1">
            <h2 className="flex items-center gap-2">
              <span className="truncate font-semibold">
                {conversation.contactName ?? <PhoneNumber value={conversation.theirNumber} />}
              </span>
              {conversation.optedOut && <OptedOutBadge />}
            </h2>
            <p className="truncate text-sm text-ink-faint">
              {conversation.contactName && (
                <>
                  <PhoneNumber value={conversation.theirNumber} /> ·{' '}
                </>
              )}
              to our <PhoneNumber value={conversation.ourNumber} />
            </p>
          </div>
          <Button
            label="Contact"
            size="icon"
            className="xl:hidden"
            disabledReason={forbidden('contacts.write')}
            onClick={() => editContact(contact ?? { phoneNumber: conversation.theirNumber })}
          >
            <UserRound aria-hidden />
          </Button>
          <Button
            label="Call"
            shortcut="c"
            size="icon"
            disabledReason={forbidden('calls.place')}
            onClick={() => dial(conversation.theirNumber)}
          >
            <Phone aria-hidden />
          </Button>
        </>
      ) : (
        <Skeleton className="w-40" />
      )}
    </header>
  )
}
