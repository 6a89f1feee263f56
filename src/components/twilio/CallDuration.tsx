import { useNow } from '@/hooks/use-now'
import { isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import type { Call } from '@/shared/schemas/call'
import { formatDuration } from './format/format-duration'

/** How long a call lasted, or lasts so far: ticks from the moment it was answered. */
export function CallDuration({ call, className }: { call: Call; className?: string }) {
  if (isTerminalCallStatus(call.status)) {
    if (call.durationSeconds === null || call.answeredAt === null) return null
    return <span className={className}>{formatDuration(call.durationSeconds)}</span>
  }
  if (call.answeredAt === null) return null
  return <TickingDuration since={call.answeredAt} {...(className ? { className } : {})} />
}

function TickingDuration({ since, className }: { since: string; className?: string }) {
  const now = useNow(1000)
  return (
    <span role="timer" aria-live="off" className={className}>
      {formatDuration((now.getTime() - new Date(since).getTime()) / 1000)}
    </span>
  )
}
