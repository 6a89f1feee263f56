import { cn } from '@/components/ui/cn'
import { repairText, type Repair } from '@/shared/messages/repair-text'
import { longestBody } from '@/shared/schemas/text-body'
import { describeSegments } from './describe-segments'

type SegmentCounterProps = {
  body: string
  /** What the text costs, in words. */
  price?: string | undefined
  /** Takes the text as it is when repaired; absent: no repair is offered. */
  onRepair?: (body: string) => void
  className?: string
}

/** How much the text will cost, which character makes it cost more, and the way out. */
export function SegmentCounter({ body, price, onRepair, className }: SegmentCounterProps) {
  const { count, warning } = describeSegments(body)
  const repair = warning && onRepair ? repairText(body) : null
  return (
    <p className={cn('mt-1.5 flex min-h-4 flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-ink-faint', className)}>
      <span className={cn('tabular', body.length > longestBody && 'font-medium text-negative')}>
        {count}
        {price && body !== '' && ` · ${price}`}
      </span>
      {warning && <span className="text-caution">{warning}</span>}
      {repair && onRepair && (
        <button
          type="button"
          onClick={() => onRepair(repair.text)}
          className="rounded font-medium text-accent-ink underline underline-offset-2 hover:no-underline"
        >
          {repairWords(repair)}
        </button>
      )}
    </p>
  )
}

function repairWords({ removed }: Repair) {
  if (removed.length === 0) return 'Use plain characters'
  return `Remove ${removed.slice(0, 3).join(' ')}${removed.length > 3 ? ' and others' : ''}`
}
