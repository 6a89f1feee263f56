import { PhoneIncoming, PhoneOutgoing } from 'lucide-react'
import { callsOf } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { deriveCallWord, deriveOtherParty } from './derive-call-state.ts'

const shown = 20

interface Props {
  phoneNumber: string
  onCall: (to: string) => void
}

export const RecentCalls = ({ phoneNumber, onCall }: Props) => {
  const { data: calls = [] } = useResource(callsOf.of(phoneNumber))
  if (calls.length === 0) return null
  return (
    <section aria-label={`Recent calls of ${formatPhoneNumber(phoneNumber)}`}>
      <h3 className="px-1 pb-1 text-xs font-medium text-muted">Recent calls</h3>
      <ul>
        {calls.slice(0, shown).map((call) => {
          const other = deriveOtherParty(call)
          const Icon = call.direction === 'incoming' ? PhoneIncoming : PhoneOutgoing
          return (
            <li key={call.callSid}>
              <button
                type="button"
                onClick={() => onCall(other)}
                className="flex h-9 w-full items-center gap-2 rounded-lg px-1 text-left hover:bg-hover"
              >
                <Icon aria-hidden size={15} className="shrink-0 text-muted" />
                <span className="flex-1 truncate">
                  <span className="sr-only">{call.direction === 'incoming' ? 'From ' : 'To '}</span>
                  {formatPhoneNumber(other)}
                </span>
                <span className="text-xs text-muted">{deriveCallWord(call)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
