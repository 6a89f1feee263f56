import { Phone } from 'lucide-react'
import type { CallDetail } from '../api/schemas.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { CallHeader } from './call-header.tsx'
import { deriveOtherParty, deriveThisParty } from './derive-call-state.ts'
import { HeardList } from './heard-list.tsx'

interface Props {
  call: CallDetail
  error: string | undefined
  onCallAgain: (to: string) => void
  onDone: () => void
}

/** What was heard stays readable after the call, until put away. */
export const EndedScreen = ({ call, error, onCallAgain, onDone }: Props) => (
  <div className="flex min-h-0 flex-1 flex-col gap-2 px-4 pt-1 pb-3">
    <CallHeader call={call} />
    <HeardList heard={call.heard} label={`Heard on ${formatPhoneNumber(deriveThisParty(call))}`} />
    {call.status === 'failed' ? (
      <p className="text-xs text-muted">
        The number may have no voice URL, or the application gave no answer: the webhooks tell.
      </p>
    ) : null}
    <Problem sentence={error} />
    <div className="grid grid-cols-2 gap-2 pt-1">
      <Button size="large" onClick={() => onCallAgain(deriveOtherParty(call))}>
        <Phone aria-hidden size={18} />
        Call again
      </Button>
      <Button size="large" look="primary" onClick={onDone}>
        Done
      </Button>
    </div>
  </div>
)
