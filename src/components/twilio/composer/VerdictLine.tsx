import type { ReactNode } from 'react'
import { CircleAlert, Clock, TriangleAlert } from 'lucide-react'
import type { VerdictWords } from './verdict-words'

const looks = {
  quiet: { icon: Clock, tone: 'text-ink-faint' },
  caution: { icon: TriangleAlert, tone: 'text-caution' },
  negative: { icon: CircleAlert, tone: 'text-negative' },
} as const

/** What would happen if this text were sent, before it is; beside it what can be done about it. */
export function VerdictLine({ verdict, children }: { verdict: VerdictWords | null; children?: ReactNode }) {
  if (!verdict) return <p className="mb-1.5 min-h-4" />
  const { icon: Icon, tone } = looks[verdict.tone]
  return (
    <div
      // The hour alone changes every minute and is not worth an announcement.
      role={verdict.tone === 'quiet' ? undefined : 'status'}
      className={`mb-1.5 flex min-h-4 flex-wrap items-start gap-1.5 text-xs ${tone}`}
    >
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <p className="min-w-0 flex-1 basis-64">{verdict.words}</p>
      {children}
    </div>
  )
}
