import { useState } from 'react'
import { useJoinPhone, usePhone } from '@/hooks/phone/usePhone'
import type { Call } from '@/shared/schemas/call'
import { IncomingCall } from './IncomingCall'
import { PhoneCallLine } from './PhoneCallLine'
import { PhoneDialog } from './PhoneDialog'
import { PhoneIdleLine } from './PhoneIdleLine'

/** The person's phone in this browser: one line under every page, and what rings over it. `call`: the one it carries, as the server has it. */
export function PhoneDock({ personId, call }: { personId: string; call: Call | null }) {
  const possible = useJoinPhone(personId)
  const { state } = usePhone()
  const [isOpen, setIsOpen] = useState(false)
  if (!possible) return null
  const { call: phone } = state
  return (
    <>
      {phone?.status === 'incoming' && <IncomingCall call={phone} />}
      {phone && phone.status !== 'incoming' ? (
        <PhoneCallLine phone={phone} call={call} onSettings={() => setIsOpen(true)} />
      ) : (
        <PhoneIdleLine onSettings={() => setIsOpen(true)} />
      )}
      {isOpen && <PhoneDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}
