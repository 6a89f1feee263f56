import { Link } from '@tanstack/react-router'
import { MessageSquareText } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { itemsOf } from '@/hooks/cache/pages'
import { useCalls } from '@/hooks/useCalls'
import { useMe } from '@/hooks/useMe'
import { roleCan } from '@/shared/can'
import type { Call } from '@/shared/schemas/call'
import { HangUpButton } from '../calls/CallActions'
import { DirectionIcon } from '../calls/DirectionIcon'
import { otherParty } from '../calls/other-party'
import { CallDuration } from '../CallDuration'
import { formatPhoneNumber } from '../format/format-phone-number'
import { PhoneNumber } from '../PhoneNumber'
import { Status } from '../Status'
import { useDashboardActions } from './dashboard-actions'

const InCallControls = lazy(() =>
  import('../calls/controls/InCallControls').then((module) => ({ default: module.InCallControls })),
)
const PhoneDock = lazy(() => import('../phone/PhoneDock').then((module) => ({ default: module.PhoneDock })))

const shown = 2

/** Follows on every page: the calls that ring or run, and the person's own phone in this browser. */
export function PhoneBar() {
  const { data } = useCalls({ active: true })
  const { data: me } = useMe()
  const calls = itemsOf(data)
  const hasPhone = me?.type === 'person' && roleCan(me.role, 'calls.place')
  if (calls.length === 0 && !hasPhone) return null
  return (
    <section aria-label="Phone" className="shrink-0 border-t bg-surface">
      {calls.length > 0 && (
        <ul className="divide-y">
          {calls.slice(0, shown).map((call) => (
            <ActiveCall key={call.id} call={call} />
          ))}
        </ul>
      )}
      {calls.length > shown && (
        <Link to="/" className="block border-t px-4 py-1.5 text-sm font-medium text-accent-ink hover:underline">
          {calls.length - shown} more active
        </Link>
      )}
      {hasPhone && (
        <Suspense>
          <PhoneDock personId={me.id} />
        </Suspense>
      )}
    </section>
  )
}

function ActiveCall({ call }: { call: Call }) {
  const { compose } = useDashboardActions()
  const them = otherParty(call)
  const who = (
    <>
      <span className="truncate font-medium">{call.contactName ?? <PhoneNumber value={them} />}</span>
      {call.contactName && <PhoneNumber value={them} className="hidden text-ink-faint sm:inline" />}
    </>
  )
  return (
    <li className="flex h-12 animate-appear items-center gap-3 px-4">
      <DirectionIcon call={call} className="text-positive" />
      {call.callSid ? (
        <Link
          to="/calls/$callSid"
          params={{ callSid: call.callSid }}
          className="flex min-w-0 items-baseline gap-2 hover:underline"
        >
          {who}
        </Link>
      ) : (
        <span className="flex min-w-0 items-baseline gap-2">{who}</span>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-3 max-sm:gap-1.5">
        <CallDuration call={call} className="font-medium tabular" />
        <CallState call={call} />
        <Suspense>
          <InCallControls call={call} compact />
        </Suspense>
        <Button variant="quiet" size="icon" className="max-sm:hidden" label="Text them" onClick={() => compose(them)}>
          <MessageSquareText aria-hidden />
        </Button>
        <HangUpButton call={call} compact />
      </span>
    </li>
  )
}

function CallState({ call }: { call: Call }) {
  if (call.consulting !== null)
    return (
      <Badge tone="caution" className="max-sm:hidden">
        Asking {formatPhoneNumber(call.consulting)}
      </Badge>
    )
  if (call.held) return <Badge tone="caution">On hold</Badge>
  return <Status call={call.status} className="max-sm:hidden" />
}
