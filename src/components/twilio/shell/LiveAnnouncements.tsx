import { useNavigate } from '@tanstack/react-router'
import { showToast } from '@/components/ui/show-toast'
import { useMe } from '@/hooks/useMe'
import { useTwilioEvents } from '@/hooks/useTwilioSync'
import { formatPhoneNumber } from '../format/format-phone-number'
import { useDashboardActions } from './dashboard-actions'

/** Says aloud what a person who does not see the screen should know at once: who calls, who wrote, who mentions them. */
export function LiveAnnouncements() {
  const { announce } = useDashboardActions()
  const { data: me } = useMe()
  const navigate = useNavigate()
  useTwilioEvents(['calls', 'messages'], (event) => {
    if (event.type === 'call.ringing' || event.type === 'call.queued') {
      const { call } = event.data
      if (call.direction === 'inbound' && call.parentCallSid === null && !call.from.startsWith('client:')) {
        announce(`Incoming call from ${call.contactName ?? formatPhoneNumber(call.from)}`)
      }
    }
    if (event.type === 'message.received') {
      const { contactName, theirNumber } = event.data.conversation
      announce(`New text from ${contactName ?? formatPhoneNumber(theirNumber)}`)
    }
    if (event.type === 'conversation.note_added' && me && event.data.note.mentions.includes(me.id)) {
      const { note, conversation } = event.data
      const what = `${note.authorName} mentioned you beside ${conversation.contactName ?? formatPhoneNumber(conversation.theirNumber)}`
      const onClick = () =>
        void navigate({
          to: '/messages/$conversationId',
          params: { conversationId: conversation.id },
          search: { at: note.id },
        })
      announce(what)
      showToast(what, { action: { label: 'Read it', onClick } })
    }
  })
  return null
}
