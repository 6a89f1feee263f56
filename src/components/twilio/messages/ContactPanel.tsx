import { Link } from '@tanstack/react-router'
import { CalendarPlus, Pencil, Phone, UserRoundPlus } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Skeleton } from '@/components/ui/skeleton'
import { itemsOf } from '@/hooks/cache/pages'
import { useCalls } from '@/hooks/useCalls'
import { useContactOf } from '@/hooks/useContacts'
import { useConversations } from '@/hooks/useConversations'
import { useForbidden } from '@/hooks/useMe'
import type { Conversation } from '@/shared/schemas/message'
import { PlannedCallBack } from '../call-backs/PlannedCallBack'
import { CallDuration } from '../CallDuration'
import { DirectionIcon } from '../calls/DirectionIcon'
import { LocalTime } from '../LocalTime'
import { PhoneNumber } from '../PhoneNumber'
import { useDashboardActions } from '../shell/dashboard-actions'
import { Status } from '../Status'
import { Time } from '../Time'
import { LineType } from './LineType'
import { OptedOutBadge } from './OptedOutBadge'
import { OptOutHistory } from './OptOutHistory'

/** Who the conversation is with: name, number, the time where they are, EVA's candidate, their other conversations and their calls. */
export function ContactPanel({ conversation }: { conversation: Conversation }) {
  const { theirNumber: phoneNumber, optedOut } = conversation
  const { data: contact } = useContactOf(phoneNumber)
  const { dial, editContact, planCallBack } = useDashboardActions()
  const forbidden = useForbidden()
  return (
    <aside
      aria-label="Contact"
      className="hidden w-72 shrink-0 flex-col gap-5 overflow-y-auto border-l bg-canvas p-5 xl:flex"
    >
      <div className="flex flex-col items-center gap-1 text-center">
        <Avatar name={contact?.name ?? null} className="mb-2 size-14 text-lg" />
        <h3 className="text-lg font-semibold">{contact ? contact.name : 'Not in contacts'}</h3>
        <p className="flex items-center gap-1 text-ink-soft">
          <PhoneNumber value={phoneNumber} />
          <CopyButton text={phoneNumber} label="Copy the number" />
        </p>
        {contact?.timeZone && <LocalTime timeZone={contact.timeZone} name={contact.name} />}
        {optedOut && <OptedOutBadge />}
        {contact && contact.tags.length > 0 && (
          <ul aria-label="Tags" className="mt-1 flex flex-wrap justify-center gap-1">
            {contact.tags.map((tag) => (
              <li key={tag}>
                <Badge>{tag}</Badge>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button size="small" disabledReason={forbidden('calls.place')} onClick={() => dial(phoneNumber)}>
          <Phone aria-hidden /> Call
        </Button>
        <Button size="small" disabledReason={forbidden('calls.place')} onClick={() => planCallBack(phoneNumber)}>
          <CalendarPlus aria-hidden /> Call later
        </Button>
        <Button
          size="small"
          disabledReason={forbidden('contacts.write')}
          onClick={() => editContact(contact ?? { phoneNumber })}
        >
          {contact ? <Pencil aria-hidden /> : <UserRoundPlus aria-hidden />}
          {contact ? 'Edit' : 'Add to contacts'}
        </Button>
      </div>
      <PlannedCallBack phoneNumber={phoneNumber} />
      {contact?.externalId && <Candidate externalId={contact.externalId} />}
      <LineType phoneNumber={phoneNumber} />
      <OtherConversations conversation={conversation} />
      <RecentCalls phoneNumber={phoneNumber} />
      <OptOutHistory phoneNumber={phoneNumber} />
    </aside>
  )
}

function Candidate({ externalId }: { externalId: string }) {
  return (
    <section aria-label="Candidate">
      <h4 className="text-sm font-semibold">Candidate in EVA</h4>
      <p className="mt-1 flex items-center gap-1 text-sm text-ink-soft">
        <span className="min-w-0 truncate">{externalId}</span>
        <CopyButton text={externalId} label="Copy the candidate’s id" />
      </p>
    </section>
  )
}

/** Their conversations over other numbers of ours. */
function OtherConversations({ conversation }: { conversation: Conversation }) {
  const { data } = useConversations({ q: conversation.theirNumber })
  const others = itemsOf(data).filter(
    (other) => other.id !== conversation.id && other.theirNumber === conversation.theirNumber,
  )
  if (others.length === 0) return null
  return (
    <section aria-label="Other conversations">
      <h4 className="text-sm font-semibold">Over other numbers</h4>
      <ul className="mt-1 -mx-2">
        {others.map((other) => (
          <li key={other.id}>
            <Link
              to="/messages/$conversationId"
              params={{ conversationId: other.id }}
              search={(search) => ({ ...search, at: undefined })}
              className="block rounded-md px-2 py-1.5 text-sm hover:bg-hover"
            >
              <span className="flex items-baseline justify-between gap-2">
                <PhoneNumber value={other.ourNumber} className="tabular" />
                <Time at={other.lastMessageAt} className="text-xs text-ink-faint tabular" />
              </span>
              <span className="block truncate text-ink-faint">{other.lastMessagePreview}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RecentCalls({ phoneNumber }: { phoneNumber: string }) {
  const { data, isPending } = useCalls({ phoneNumber })
  const calls = itemsOf(data).slice(0, 6)
  return (
    <section aria-label="Recent calls">
      <h4 className="text-sm font-semibold">Calls</h4>
      {isPending && <Skeleton className="mt-3" />}
      {!isPending && calls.length === 0 && <p className="mt-2 text-sm text-ink-faint">No calls with them yet.</p>}
      <ul className="mt-1 -mx-2">
        {calls.map((call) => (
          <li key={call.id}>
            <Link
              to={call.callSid ? '/calls/$callSid' : '/calls'}
              params={{ callSid: call.callSid ?? '' }}
              className="flex h-9 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover"
            >
              <DirectionIcon call={call} />
              <Status call={call.status} missed={call.missed} shape="inline" />
              <span className="ml-auto">
                <CallDuration call={call} className="text-ink-soft tabular" />
              </span>
              <Time at={call.startedAt} className="w-16 text-right text-ink-faint tabular" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
