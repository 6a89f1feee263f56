import { Link } from '@tanstack/react-router'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { useAutomaticReplies } from '@/hooks/useKeywords'
import type { AutomaticReplyItem } from '@/shared/schemas/keyword'
import { PhoneNumber } from '../../PhoneNumber'
import { Time } from '../../Time'

const states: Record<AutomaticReplyItem['status'], { word: string; tone: Tone }> = {
  pending: { word: 'Under way', tone: 'info' },
  done: { word: 'Done', tone: 'positive' },
  sent: { word: 'Answered', tone: 'positive' },
  held: { word: 'Held', tone: 'info' },
  skipped: { word: 'Not answered', tone: 'caution' },
  refused: { word: 'Not allowed', tone: 'caution' },
  failed: { word: 'Failed', tone: 'negative' },
}

/** The last texts that were answered by themselves, or not and why. */
export function AutomaticReplies() {
  const { data } = useAutomaticReplies()
  if (!data || data.items.length === 0) return null
  return (
    <Card title="Lately">
      <ul aria-label="Lately" className="divide-y">
        {data.items.map((item) => (
          <li key={item.messageId} className="px-4 py-2.5">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Badge tone={states[item.status].tone}>{states[item.status].word}</Badge>
              <Link
                to="/messages/$conversationId"
                params={{ conversationId: item.conversationId }}
                className="text-accent-ink hover:underline"
              >
                <PhoneNumber value={item.from} />
              </Link>
              <span className="text-sm text-ink-faint">
                {item.kind === 'auto_reply' ? 'suggestion' : (item.keywordName ?? 'a deleted rule')} ·{' '}
                <Time at={item.createdAt} />
              </span>
            </p>
            <p className="truncate text-ink-soft">{item.text}</p>
            {item.reason && <p className="text-sm text-ink-faint">{item.reason}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
