import { Link } from '@tanstack/react-router'
import { ArrowLeft, CalendarPlus, CheckCheck, Phone, RotateCcw, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { useContactOf } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import type { PresentPerson } from '@/shared/schemas/conversation'
import type { Conversation } from '@/shared/schemas/message'
import { PhoneNumber } from '../PhoneNumber'
import { useDashboardActions } from '../shell/dashboard-actions'
import { AssignMenu } from './AssignMenu'
import { OptedOutBadge } from './OptedOutBadge'
import { PresenceLine } from './PresenceLine'
import { SnoozeMenu } from './SnoozeMenu'
import { useConversationActions } from './use-conversation-actions'

type ConversationHeaderProps = { conversation: Conversation | undefined; present: readonly PresentPerson[] }

export function ConversationHeader({ conversation, present }: ConversationHeaderProps) {
  return (
    <header className="flex h-13 shrink-0 items-center gap-1.5 border-b px-2 md:gap-2 md:px-4">
      <Button asChild variant="quiet" size="icon" className="md:hidden" aria-label="Back to the conversations">
        <Link to="/messages" search={(search) => ({ ...search, at: undefined })}>
          <ArrowLeft aria-hidden />
        </Link>
      </Button>
      {conversation ? (
        <>
          <Who conversation={conversation} present={present} />
          <Actions conversation={conversation} />
        </>
      ) : (
        <Skeleton className="w-40" />
      )}
    </header>
  )
}

function Who({ conversation, present }: { conversation: Conversation; present: readonly PresentPerson[] }) {
  const { contactName, theirNumber, ourNumber } = conversation
  return (
    <div className="min-w-0 flex-1">
      <h2 className="flex items-center gap-2">
        <span className="truncate font-semibold">{contactName ?? <PhoneNumber value={theirNumber} />}</span>
        {conversation.optedOut && <OptedOutBadge />}
      </h2>
      <p className="flex min-w-0 text-sm text-ink-faint">
        <PresenceLine people={present} />
        <span className={present.length > 0 ? 'hidden truncate lg:inline' : 'truncate'}>
          {contactName && (
            <>
              <PhoneNumber value={theirNumber} /> ·{' '}
            </>
          )}
          to our <PhoneNumber value={ourNumber} />
        </span>
      </p>
    </div>
  )
}

/** Assign, snooze, done, call; a and s open the first two, e on the page is done. */
function Actions({ conversation }: { conversation: Conversation }) {
  const { dial, editContact, planCallBack } = useDashboardActions()
  const { data: contact } = useContactOf(conversation.theirNumber)
  const forbidden = useForbidden()
  const actions = useConversationActions()
  const [menu, setMenu] = useState<'assign' | 'snooze' | null>(null)
  const mayWork = forbidden('conversations.write') === undefined
  const { id, status } = conversation
  useHotkeys({
    a: () => mayWork && setMenu('assign'),
    s: () => mayWork && setMenu('snooze'),
  })
  return (
    <>
      <AssignMenu
        conversation={conversation}
        open={menu === 'assign'}
        onOpenChange={(open) => setMenu(open ? 'assign' : null)}
        onAssign={(personId) => actions.assign(id, personId)}
      />
      <SnoozeMenu
        conversation={conversation}
        open={menu === 'snooze'}
        onOpenChange={(open) => setMenu(open ? 'snooze' : null)}
        onSnooze={(until) => actions.snooze(conversation, until)}
        onWake={() => actions.open(id)}
      />
      {status === 'done' ? (
        <Button
          size="icon"
          label="Open again"
          disabledReason={forbidden('conversations.write')}
          onClick={() => actions.open(id)}
        >
          <RotateCcw aria-hidden />
        </Button>
      ) : (
        <Button
          size="icon"
          label="Done"
          shortcut="e"
          disabledReason={forbidden('conversations.write')}
          onClick={() => actions.done(conversation, true)}
        >
          <CheckCheck aria-hidden />
        </Button>
      )}
      <span aria-hidden className="mx-0.5 hidden h-5 w-px bg-line md:block" />
      <Button
        label="Contact"
        size="icon"
        className="max-md:hidden xl:hidden"
        disabledReason={forbidden('contacts.write')}
        onClick={() => editContact(contact ?? { phoneNumber: conversation.theirNumber })}
      >
        <UserRound aria-hidden />
      </Button>
      <Button
        label="Call back later"
        size="icon"
        className="max-md:hidden xl:hidden"
        disabledReason={forbidden('calls.place')}
        onClick={() => planCallBack(conversation.theirNumber)}
      >
        <CalendarPlus aria-hidden />
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
  )
}
