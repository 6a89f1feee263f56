import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Call } from '@/shared/schemas/call'
import { isMissed } from '@/shared/calls/is-missed'

/** Which way a call went, as a picture with a name. */
export function DirectionIcon({ call, className }: { call: Call; className?: string }) {
  const [Icon, label] = isMissed(call)
    ? ([PhoneMissed, 'Missed call'] as const)
    : call.direction === 'inbound'
      ? ([PhoneIncoming, 'Incoming call'] as const)
      : ([PhoneOutgoing, 'Outgoing call'] as const)
  return (
    <span className={cn('shrink-0', isMissed(call) ? 'text-negative' : 'text-ink-faint', className)}>
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{label}</span>
    </span>
  )
}
