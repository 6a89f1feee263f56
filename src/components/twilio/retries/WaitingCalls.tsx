import { Link } from '@tanstack/react-router'
import { Badge } from '@/components/ui/badge'
import { useCallRetries } from '@/hooks/useCallRetries'
import type { CallRetry } from '@/shared/schemas/call-retry'
import { ErrorNotice } from '../ErrorNotice'
import { PhoneNumber } from '../PhoneNumber'
import { Time } from '../Time'
import { CancelRetry } from './CancelRetry'
import { retryCause, retryStatusWords } from './retry-words'

/** Calls that will be tried again, or what came of them; nothing when there are none. */
export function WaitingCalls({ open }: { open: boolean }) {
  const { data, error, refetch } = useCallRetries({ open })
  if (error && !data)
    return (
      <ErrorNotice
        error={error}
        what="The calls to be tried again could not be read."
        onRetry={() => void refetch()}
        className="m-4"
      />
    )
  if (!data || data.items.length === 0) return null
  return (
    <section aria-label="Calls to be tried again">
      <h2 className="border-b bg-canvas px-4 py-2 text-sm font-semibold text-ink-soft">
        {open ? 'Calls to be tried again' : 'Calls that were tried again'}
      </h2>
      <ul>
        {data.items.map((retry) => (
          <WaitingCall key={retry.id} retry={retry} />
        ))}
      </ul>
    </section>
  )
}

function WaitingCall({ retry }: { retry: CallRetry }) {
  const { word, tone } = retryStatusWords[retry.status]
  const name = retry.contactName
  const callSid = retry.placedCallSid ?? retry.callSid
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3 lg:flex-nowrap">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {callSid ? (
            <Link to="/calls/$callSid" params={{ callSid }} className="font-medium hover:underline">
              {name ?? <PhoneNumber value={retry.to} />}
            </Link>
          ) : (
            <span className="font-medium">{name ?? <PhoneNumber value={retry.to} />}</span>
          )}
          {name && <PhoneNumber value={retry.to} className="text-ink-faint tabular" />}
          <Badge tone={tone}>{word}</Badge>
        </p>
        <p className="mt-0.5 text-ink-soft">{retryCause(retry)}</p>
        {retry.reason && <p className="mt-1 text-sm text-ink">{retry.reason}</p>}
      </div>
      <Time at={retry.settledAt ?? retry.dueAt} className="shrink-0 text-sm tabular lg:w-44 lg:text-right" />
      {retry.settledAt === null && <CancelRetry retry={retry} />}
    </li>
  )
}
