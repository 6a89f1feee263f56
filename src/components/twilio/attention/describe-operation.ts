import {
  AudioLines,
  Cog,
  ListTree,
  type LucideIcon,
  MessageSquareText,
  MessageSquareX,
  Phone,
  Webhook,
} from 'lucide-react'
import type { FailedOperation, FailedOperationKind } from '@/shared/schemas/operation'

const kinds: Record<FailedOperationKind, { title: string; lost: string; icon: LucideIcon }> = {
  'message.send': { title: 'Text not sent', lost: 'The text will not be sent.', icon: MessageSquareText },
  'message.delete': { title: 'Text not deleted at Twilio', lost: 'Twilio keeps its copy.', icon: MessageSquareX },
  'recording.delete': { title: 'Recording not deleted at Twilio', lost: 'Twilio keeps its copy.', icon: AudioLines },
  'call.place': { title: 'Call not placed', lost: 'The call will not be placed.', icon: Phone },
  job: { title: 'Background work not done', lost: 'The work will not be done.', icon: Cog },
  follower: { title: 'What follows from an event', lost: 'What should have followed will not happen.', icon: ListTree },
  webhook: { title: 'Event from Twilio', lost: 'What Twilio reported stays unhandled.', icon: Webhook },
}

/** What Twilio reported, by the last part of the webhook's address. */
const webhooks: Record<string, string> = {
  sms: 'Incoming text not taken in',
  'message-status': 'Delivery report not taken in',
  voice: 'Incoming call not answered',
  'call-status': 'Call report not taken in',
  recording: 'Recording report not taken in',
  transcription: 'Transcription not taken in',
  conference: 'Conference report not taken in',
}

/** A failed operation in words: what it is, what is lost when it is dismissed. `detail` names background work. */
export function describeOperation({ kind, subject }: Pick<FailedOperation, 'kind' | 'subject'>) {
  const words = kinds[kind]
  const name = /^[\w-]*/.exec(subject)?.[0] ?? ''
  if (kind === 'webhook') return { ...words, title: webhooks[name] ?? words.title, detail: null }
  return { ...words, detail: kind === 'job' && name !== '' ? name.replaceAll('-', ' ') : null }
}
