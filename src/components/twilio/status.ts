import {
  Ban,
  Check,
  CheckCheck,
  CircleAlert,
  CircleHelp,
  CircleX,
  Clock,
  Hourglass,
  Inbox,
  type LucideIcon,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  Phone,
  Send,
  Voicemail,
} from 'lucide-react'
import type { Tone } from '@/components/ui/badge'
import type { CallStatus } from '@/shared/calls/call-status-rank'
import type { Call } from '@/shared/schemas/call'
import type { MessageStatus } from '@/shared/messages/message-status-rank'

export type StatusLook = { word: string; tone: Tone; icon: LucideIcon }

/** What each of Twilio's statuses is called and how it looks; the only such table. */
export const callStatusLook = {
  queued: { word: 'Queued', tone: 'neutral', icon: Clock },
  ringing: { word: 'Ringing', tone: 'info', icon: Phone },
  'in-progress': { word: 'In progress', tone: 'positive', icon: PhoneCall },
  completed: { word: 'Completed', tone: 'neutral', icon: Check },
  busy: { word: 'Busy', tone: 'caution', icon: PhoneOff },
  'no-answer': { word: 'No answer', tone: 'caution', icon: PhoneMissed },
  canceled: { word: 'Canceled', tone: 'neutral', icon: Ban },
  failed: { word: 'Failed', tone: 'negative', icon: CircleX },
} as const satisfies Record<CallStatus, StatusLook>

/** A call to us that none of ours took: Twilio's 'completed' says only that our greeting was heard. */
export const missedCallLook = {
  nobody: { word: 'Missed', tone: 'negative', icon: PhoneMissed },
  voicemail: { word: 'Voicemail', tone: 'caution', icon: Voicemail },
} as const satisfies Record<NonNullable<Call['missed']>, StatusLook>

export const messageStatusLook = {
  pending: { word: 'Handing over', tone: 'neutral', icon: Hourglass },
  unknown: { word: 'Not sure it was sent', tone: 'caution', icon: CircleHelp },
  accepted: { word: 'Accepted', tone: 'neutral', icon: Clock },
  scheduled: { word: 'Scheduled', tone: 'neutral', icon: Clock },
  queued: { word: 'Queued', tone: 'neutral', icon: Clock },
  sending: { word: 'Sending', tone: 'neutral', icon: Send },
  sent: { word: 'Sent', tone: 'neutral', icon: Check },
  delivered: { word: 'Delivered', tone: 'positive', icon: CheckCheck },
  read: { word: 'Read', tone: 'positive', icon: CheckCheck },
  partially_delivered: { word: 'Partly delivered', tone: 'caution', icon: CircleAlert },
  undelivered: { word: 'Not delivered', tone: 'negative', icon: CircleAlert },
  failed: { word: 'Failed', tone: 'negative', icon: CircleX },
  canceled: { word: 'Canceled', tone: 'neutral', icon: Ban },
  receiving: { word: 'Receiving', tone: 'neutral', icon: Inbox },
  received: { word: 'Received', tone: 'neutral', icon: Inbox },
} as const satisfies Record<MessageStatus, StatusLook>
