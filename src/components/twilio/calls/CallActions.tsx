import { CalendarPlus, MessageSquareText, Phone, PhoneOff, UserRoundPlus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { useHangUp } from '@/hooks/useHangUp'
import { useForbidden } from '@/hooks/useMe'
import { isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import { callCan } from '@/shared/can'
import type { Call } from '@/shared/schemas/call'
import { useDashboardActions } from '../shell/dashboard-actions'
import { toastError } from '../toast-error'
import { otherParty } from './other-party'

const InCallControls = lazy(() =>
  import('./controls/InCallControls').then((module) => ({ default: module.InCallControls })),
)

/** What can be done with a call; what cannot, says why. */
export function CallActions({ call }: { call: Call }) {
  const { dial, compose, editContact, planCallBack } = useDashboardActions()
  const forbidden = useForbidden()
  const them = otherParty(call)
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <HangUpButton call={call} />
      <Suspense>
        <InCallControls call={call} />
      </Suspense>
      {isTerminalCallStatus(call.status) && (
        <Button disabledReason={forbidden('calls.place')} onClick={() => dial(them)}>
          <Phone aria-hidden /> {call.direction === 'inbound' ? 'Call back' : 'Call again'}
        </Button>
      )}
      {isTerminalCallStatus(call.status) && (
        <Button disabledReason={forbidden('calls.place')} onClick={() => planCallBack(them)}>
          <CalendarPlus aria-hidden /> Call later
        </Button>
      )}
      <Button disabledReason={forbidden('messages.send')} onClick={() => compose(them)}>
        <MessageSquareText aria-hidden /> Text
      </Button>
      {call.contactName === null && (
        <Button disabledReason={forbidden('contacts.write')} onClick={() => editContact({ phoneNumber: them })}>
          <UserRoundPlus aria-hidden /> Add to contacts
        </Button>
      )}
    </div>
  )
}

export function HangUpButton({ call, compact = false }: { call: Call; compact?: boolean }) {
  const forbidden = useForbidden()
  const hangUp = useHangUp()
  const possibility = callCan.hangUp(call.status)
  const { callSid } = call
  const reason =
    forbidden('calls.control') ??
    (possibility.possible ? undefined : possibility.reason) ??
    (callSid === null ? 'Twilio has not confirmed this call yet.' : undefined)
  const act = () => {
    if (callSid) hangUp.mutate(callSid, { onError: (error) => toastError('The call was not ended.', error) })
  }
  return (
    <Button
      variant="danger"
      size={compact ? 'icon' : 'medium'}
      busy={hangUp.isPending}
      disabledReason={reason}
      onClick={act}
      {...(compact && { label: 'Hang up' })}
    >
      <PhoneOff aria-hidden />
      {!compact && 'Hang up'}
    </Button>
  )
}
