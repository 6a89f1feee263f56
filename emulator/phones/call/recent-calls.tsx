import { useEffect } from 'react'
import { markSeen } from '../api/actions.ts'
import { callsOf } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { deriveOtherParty } from './derive-call-state.ts'
import { RecentCall } from './recent-call.tsx'

const shown = 20

interface Props {
  phoneNumber: string
  /** Missed calls nobody has looked at: looking at this list is looking at them. */
  unseen: number
  isShown: boolean
  onShow: (callSid: string) => void
  onCall: (to: string) => void
}

export const RecentCalls = ({ phoneNumber, unseen, isShown, onShow, onCall }: Props) => {
  const { data: calls = [] } = useResource(callsOf.of(phoneNumber))
  useEffect(() => {
    // A page that loses the emulator here learns of it elsewhere.
    if (isShown && unseen > 0) markSeen(phoneNumber, { calls: true }).catch(() => undefined)
  }, [isShown, unseen, phoneNumber])
  if (calls.length === 0) return null
  return (
    <section aria-label={`Recent calls of ${formatPhoneNumber(phoneNumber)}`}>
      <h3 className="px-1 pb-1 text-xs font-medium text-muted">Recent calls</h3>
      <ul>
        {calls.slice(0, shown).map((call) => (
          <RecentCall
            key={call.callSid}
            call={call}
            onShow={() => onShow(call.callSid)}
            onCall={() => onCall(deriveOtherParty(call))}
          />
        ))}
      </ul>
    </section>
  )
}
