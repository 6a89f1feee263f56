import { Phone, PhoneOff } from 'lucide-react'
import { actOnCall, markSeen } from '../api/actions.ts'
import type { CallDetail } from '../api/schemas.ts'
import { useAction } from '../api/use-action.ts'
import { useContactName } from '../desk/use-contact-name.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'

/** Somebody calls: pick up or not. */
export const RingingScreen = ({ call }: { call: CallDetail }) => {
  const { busy, error, run } = useAction()
  const name = useContactName()(call.from)
  const number = formatPhoneNumber(call.from)
  // Whoever declines a call has not missed it.
  const decline = async (): Promise<void> => {
    await actOnCall(call.callSid, 'decline', {})
    await markSeen(call.to, { calls: true })
  }
  return (
    <div className="flex flex-1 flex-col items-center gap-2 p-4 text-center">
      <div className="flex flex-1 flex-col items-center justify-center gap-2">
        <span className="mb-4 flex size-20 animate-ring items-center justify-center rounded-full bg-good-soft text-good-ink">
          <Phone aria-hidden size={32} strokeWidth={1.5} />
        </span>
        <p className="text-muted">Incoming call</p>
        <p className="text-xl font-semibold">{name}</p>
        {name === number ? null : <p className="text-muted">{number}</p>}
      </div>
      <Problem sentence={error} />
      <div className="grid w-full grid-cols-2 gap-2">
        <Button look="bad" size="large" disabled={busy} onClick={() => void run(decline)}>
          <PhoneOff aria-hidden size={18} />
          Decline
        </Button>
        <Button
          look="good"
          size="large"
          disabled={busy}
          onClick={() => void run(() => actOnCall(call.callSid, 'answer', {}))}
        >
          <Phone aria-hidden size={18} />
          Answer
        </Button>
      </div>
    </div>
  )
}
