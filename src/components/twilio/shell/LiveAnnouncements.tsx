import { useTwilioEvents } from '@/hooks/useTwilioSync'
import { formatPhoneNumber } from '../format/format-phone-number'
import { useDashboardActions } from './dashboard-actions'

/** Says aloud what a person who does not see the screen should know at once: who calls, who wrote. */
export function LiveAnnouncements() {
  const { announce } = useDashboardActions()
  useTwilioEvents(['calls', 'messages'], (event) => {
    if (event.type === 'call.ringing' || event.type === 'call.queued') {
      const { call } = event.data
      if (call.direction === 'inbound' && call.parentCallSid === null) {
        announce(`Incoming call from ${call.contactName ?? formatPhoneNumber(call.from)}`)
      }
    }
    if (event.type === 'message.received') {
      const { contactName, theirNumber } = event.data.conversation
      announce(`New text from ${contactName ?? formatPhoneNumber(theirNumber)}`)
    }
  })
  return null
}
