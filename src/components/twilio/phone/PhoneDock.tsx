import { useState } from 'react'
import { useJoinPhone, usePhone } from '@/hooks/phone/usePhone'
import { IncomingCall } from './IncomingCall'
import { PhoneCallLine } from './PhoneCallLine'
import { PhoneDialog } from './PhoneDialog'
import { PhoneIdleLine } from './PhoneIdleLine'

/** The person's phone in this browser: one line under every page, and what rings over it. */
export function PhoneDock({ personId }: { personId: string }) {
  const possible = useJoinPhone(personId)
  const { state } = usePhone()
  const [isOpen, setIsOpen] = useState(false)
  if (!possible) return null
  const { call } = state
  return (
    <>
      {call?.status === 'incoming' && <IncomingCall call={call} />}
      {call && call.status !== 'incoming' ? (
        <PhoneCallLine call={call} onSettings={() => setIsOpen(true)} />
      ) : (
        <PhoneIdleLine onSettings={() => setIsOpen(true)} />
      )}
      {isOpen && <PhoneDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}
