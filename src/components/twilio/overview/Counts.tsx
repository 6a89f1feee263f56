import { Link } from '@tanstack/react-router'
import { Skeleton } from '@/components/ui/skeleton'
import { useForbidden } from '@/hooks/useMe'
import { useOverview } from '@/hooks/useOverview'
import type { Overview } from '@/shared/schemas/overview'
import { ErrorNotice } from '../ErrorNotice'

type Count = {
  name: string
  of: (overview: Overview) => number
  to: '/calls' | '/messages' | '/attention'
  search?: Record<string, unknown>
  /** Wants to be seen when it is not zero. */
  tone?: string
}

const counts: Count[] = [
  { name: 'Active calls', of: (data) => data.activeCalls, to: '/calls', tone: 'text-positive' },
  { name: 'Calls today', of: (data) => data.callsToday, to: '/calls' },
  {
    name: 'Unread conversations',
    of: (data) => data.unreadConversations,
    to: '/messages',
    search: { unread: true },
    tone: 'text-accent-ink',
  },
  { name: 'Texts received today', of: (data) => data.textsReceivedToday, to: '/messages' },
  { name: 'Texts sent today', of: (data) => data.textsSentToday, to: '/messages' },
  { name: 'Need attention', of: (data) => data.failedOperations, to: '/attention', tone: 'text-negative' },
]

/** The numbers of this moment; each leads to what it counts. */
export function Counts() {
  const { data, error, refetch } = useOverview()
  const forbidden = useForbidden()
  if (error && !data) {
    return <ErrorNotice error={error} what="The counts could not be read." onRetry={() => void refetch()} />
  }
  const seen = counts.filter(({ to }) => to !== '/attention' || !forbidden('operations.read'))
  return (
    <ul
      aria-label="Today"
      className="grid grid-cols-2 overflow-hidden rounded-lg border bg-line gap-px sm:grid-cols-3 xl:grid-cols-6"
    >
      {seen.map(({ name, of, to, search, tone }) => (
        <li key={name} className="bg-surface">
          <Link to={to} search={search ?? {}} className="block px-4 py-3 outline-offset-[-2px] hover:bg-hover">
            <span className="block truncate text-sm text-ink-faint">{name}</span>
            {data ? (
              <span className={`mt-1 block text-xl font-semibold tabular ${of(data) > 0 ? (tone ?? '') : ''}`}>
                {of(data).toLocaleString()}
              </span>
            ) : (
              <Skeleton className="mt-2 h-5 w-10" />
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
