import { Headset } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { usePhone } from '@/hooks/phone/usePhone'

/** Calls with this browser's microphone and speaker; says why it cannot, where the phone is off or busy. */
export function CallFromBrowser({
  to,
  from,
  reason,
  onCalled,
}: {
  to: string | null
  from: string | undefined
  /** Why nobody can be called now, for reasons of the dial pad. */
  reason: string | undefined
  onCalled: () => void
}) {
  const { state, command } = usePhone()
  const own =
    state.call !== null
      ? 'You are in a call already.'
      : state.line === 'ready'
        ? undefined
        : 'The phone in this browser is off. Turn it on at the bottom of the page.'
  const call = () => {
    if (!to) return
    command({ do: 'call', to, ...(from && { callerId: from }) })
    onCalled()
  }
  return (
    <Button disabledReason={reason ?? own} onClick={call}>
      <Headset aria-hidden /> Call from this browser
    </Button>
  )
}
