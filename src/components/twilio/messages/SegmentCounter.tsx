import { cn } from '@/components/ui/cn'
import { countSegments } from '@/shared/messages/count-segments'
import { describeSegments } from './describe-segments'
import { longestText } from './longest-text'

/** How much the text will cost, and which character makes it cost more. */
export function SegmentCounter({ body }: { body: string }) {
  const { segments, encoding } = countSegments(body)
  const { count, warning } = describeSegments(body, segments, encoding)
  return (
    <p className="mt-1.5 flex min-h-4 flex-wrap items-center gap-x-3 text-xs text-ink-faint">
      <span className={cn('tabular', body.length > longestText && 'font-medium text-negative')}>{count}</span>
      {warning && <span className="text-caution">{warning}</span>}
    </p>
  )
}
