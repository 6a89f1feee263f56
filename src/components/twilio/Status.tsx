import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { CallStatus } from '@/shared/calls/call-status-rank'
import type { Call } from '@/shared/schemas/call'
import type { MessageStatus } from '@/shared/messages/message-status-rank'
import { callStatusLook, messageStatusLook, missedCallLook, type StatusLook } from './status'

type StatusProps = ({ call: CallStatus; missed?: Call['missed'] } | { message: MessageStatus }) & {
  /** 'badge' where it stands alone, 'inline' beside other words. */
  shape?: 'badge' | 'inline'
  className?: string
}

const inlineTone = {
  neutral: 'text-ink-faint',
  accent: 'text-accent-ink',
  info: 'text-info',
  positive: 'text-positive',
  caution: 'text-caution',
  negative: 'text-negative',
} as const

/** Twilio's status of a call or a text: word, colour and icon, the same everywhere. */
export function Status(props: StatusProps) {
  const look = lookOf(props)
  const Icon = look.icon
  const running = 'call' in props && (props.call === 'ringing' || props.call === 'in-progress')
  const icon = <Icon aria-hidden className={cn('size-3.5', running && 'animate-pulse-soft')} />
  if (props.shape === 'inline') {
    return (
      <span className={cn('inline-flex items-center gap-1 text-xs', inlineTone[look.tone], props.className)}>
        {icon}
        {look.word}
      </span>
    )
  }
  return (
    <Badge tone={look.tone} {...(props.className ? { className: props.className } : {})}>
      {icon}
      {look.word}
    </Badge>
  )
}

function lookOf(props: StatusProps): StatusLook {
  if ('message' in props) return messageStatusLook[props.message]
  return props.missed ? missedCallLook[props.missed] : callStatusLook[props.call]
}
