import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Call } from '@/shared/schemas/call'
import { isMissed } from './is-missed'

/** Which way a call went, as a picture with a name. */
export function DirectionIcon({ call, className }: { call: Call; className?: string }) {
  const [Icon, label] = isMissed(call)
    ? ([PhoneMissed, 'Missed call'] as const)
    : call.direction === 'inbound'
      ? ([PhoneIncoming, 'Incoming call'] as const)
      : ([PhoneOutgoing, 'Outgoing call'] as const)
  return (
    <Icon
      role="img"
      aria-label={label}
      className={cn('size-4 shrink-0', isMissed(call) ? 'text-negative' : 'text-ink-faint', className)}
    />
  )
}
