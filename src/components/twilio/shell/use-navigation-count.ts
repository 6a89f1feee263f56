import type { Tone } from '@/components/ui/badge'
import { useOverview } from '@/hooks/useOverview'

/** The number beside a destination, and what it counts. */
export function useNavigationCount(name: 'activeCalls' | 'unread' | 'attention' | undefined) {
  const { data } = useOverview()
  if (!name || !data) return null
  const counts: Record<typeof name, { count: number; label: string; tone: Tone }> = {
    activeCalls: { count: data.activeCalls, label: 'active', tone: 'positive' },
    unread: { count: data.unreadConversations, label: 'unread', tone: 'accent' },
    attention: {
      count: data.failedOperations + data.recoveries,
      label: 'open',
      tone: data.failedOperations > 0 ? 'negative' : 'accent',
    },
  }
  return counts[name]
}
