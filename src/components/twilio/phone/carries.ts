import type { PhoneCallState } from '@/hooks/phone/phone-state'
import type { Call } from '@/shared/schemas/call'
import { otherParty } from '../calls/other-party'

/** Whether this browser's phone has the sound of a call: one talks with a person in one call at a time. */
export function carries(phone: PhoneCallState | null, call: Call): boolean {
  return phone !== null && phone.status !== 'incoming' && phone.them === otherParty(call)
}
