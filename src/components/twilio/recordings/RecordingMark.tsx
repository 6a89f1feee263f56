import { cn } from '@/components/ui/cn'
import type { Call } from '@/shared/schemas/call'
import { isTerminalCallStatus } from '@/shared/calls/call-status-rank'

/** A red dot and a word while a call is recorded; a ring while that is paused. */
export function RecordingMark({ call, compact = false }: { call: Call; compact?: boolean }) {
  if (call.recording === 'off' || isTerminalCallStatus(call.status)) return null
  const paused = call.recording === 'paused'
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap',
        paused ? 'text-ink-soft' : 'text-negative',
      )}
    >
      <span
        aria-hidden
        className={cn(
          'size-2 shrink-0 rounded-full',
          paused ? 'border-2 border-ink-soft' : 'animate-pulse bg-negative-solid motion-reduce:animate-none',
        )}
      />
      <span className={compact ? 'max-sm:sr-only' : undefined}>{paused ? 'Recording paused' : 'Recording'}</span>
    </span>
  )
}
