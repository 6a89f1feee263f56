import { Link } from '@tanstack/react-router'
import { MessageSquareText } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { itemsOf } from '@/hooks/cache/pages'
import { usePhone } from '@/hooks/phone/usePhone'
import { useCalls } from '@/hooks/useCalls'
import { useMe } from '@/hooks/useMe'
import { roleCan } from '@/shared/can'
import type { Call } from '@/shared/schemas/call'
import { HangUpButton } from '../calls/CallActions'
import { CallLink } from '../calls/CallLink'
import { CallState } from '../calls/CallState'
import { InCallControls } from '../calls/controls/InCallControls'
import { DirectionIcon } from '../calls/DirectionIcon'
import { otherParty } from '../calls/other-party'
import { CallDuration } from '../CallDuration'
import { carries } from '../phone/carries'
import { PhoneDock } from '../phone/PhoneDock'
import { PhoneNumber } from '../PhoneNumber'
import { useDashboardActions } from './dashboard-actions'

const shown = 2

/** Follows on every page: the calls that ring or run, and the person's own phone in this browser. Each call stands there once. */
export function PhoneBar() {
  const { data } = useCalls({ active: true })
  const { data: me } = useMe()
  const { state } = usePhone()
  const calls = itemsOf(data)
  const ownCall = calls.find((call) => carries(state.call, call)) ?? null
  const others = calls.filter((call) => call !== ownCall)
  const hasPhone = me?.type === 'person' && roleCan(me.role, 'calls.place')
  if (calls.length === 0 && !hasPhone) return null
  return (
    <section aria-label="Phone" className="shrink-0 border-t bg-surface">
      {others.length > 0 && (
        <ul className="divide-y">
          {others.slice(0, shown).map((call) => (
            <ActiveCall key={call.id} call={call} />
          ))}
        </ul>
      )}
      {others.length > shown && (
        <Link to="/" className="block border-t px-4 py-1.5 text-sm font-medium text-accent-ink hover:underline">
          {others.length - shown} more active
        </Link>
      )}
      {hasPhone && <PhoneDock personId={me.id} call={ownCall} />}
    </section>
  )
}

function ActiveCall({ call }: { call: Call }) {
  const { compose } = useDashboardActions()
  const them = otherParty(call)
  return (
    <li className="flex h-12 animate-appear items-center gap-3 px-4">
      <DirectionIcon call={call} className="text-positive" />
      <CallLink callSid={call.callSid} className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-medium">{call.contactName ?? <PhoneNumber value={them} />}</span>
        {call.contactName && <PhoneNumber value={them} className="hidden text-ink-faint sm:inline" />}
      </CallLink>
      <span className="ml-auto flex shrink-0 items-center gap-3 max-sm:gap-1.5">
        <CallDuration call={call} className="font-medium tabular" />
        <CallState call={call} />
        <InCallControls call={call} compact />
        <Button variant="quiet" size="icon" className="max-sm:hidden" label="Text them" onClick={() => compose(them)}>
          <MessageSquareText aria-hidden />
        </Button>
        <HangUpButton call={call} compact />
      </span>
    </li>
  )
}
