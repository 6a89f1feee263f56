import { Link } from '@tanstack/react-router'
import { RotateCw } from 'lucide-react'
import { useCallRetries } from '@/hooks/useCallRetries'
import type { Call } from '@/shared/schemas/call'
import type { CallRetry } from '@/shared/schemas/call-retry'
import { Time } from '../Time'
import { CancelRetry } from './CancelRetry'
import { retryCause } from './retry-words'

/** Of a call that reached nobody: when it is tried again, or what came of that. Of one that was: the call before. */
export function CallRetries({ call }: { call: Call }) {
  const open = useCallRetries({ open: true, phoneNumber: call.to })
  const past = useCallRetries({ open: false, phoneNumber: call.to })
  const all = [...(open.data?.items ?? []), ...(past.data?.items ?? [])]
  const next = all.find(({ retryOf }) => retryOf === call.id)
  const before = all.find(({ id }) => id === call.id)
  if (!next && !before) return null
  return (
    <div className="mt-4 grid gap-2 rounded-lg border bg-surface p-3">
      {before && (
        <Line>
          {retryCause(before)} {before.callSid && <CallLink callSid={before.callSid}>The call before</CallLink>}
        </Line>
      )}
      {next && <Next retry={next} />}
    </div>
  )
}

function Next({ retry }: { retry: CallRetry }) {
  if (retry.status === 'placed')
    return (
      <Line>Called again. {retry.placedCallSid && <CallLink callSid={retry.placedCallSid}>That call</CallLink>}</Line>
    )
  if (retry.settledAt !== null) return <Line>Not called again: {retry.reason}</Line>
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Line>
        Will be called again: <Time at={retry.dueAt} className="font-medium tabular" />. {retry.reason}
      </Line>
      <CancelRetry retry={retry} />
    </div>
  )
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <p className="flex min-w-0 flex-1 items-baseline gap-2">
      <RotateCw aria-hidden className="size-4 shrink-0 self-center text-ink-faint" />
      <span>{children}</span>
    </p>
  )
}

function CallLink({ callSid, children }: { callSid: string; children: React.ReactNode }) {
  return (
    <Link to="/calls/$callSid" params={{ callSid }} className="font-medium text-accent-ink hover:underline">
      {children}
    </Link>
  )
}
