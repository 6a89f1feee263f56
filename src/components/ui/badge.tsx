import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { cn } from './cn'

const badge = cva(
  'inline-flex h-5 w-fit shrink-0 items-center gap-1 rounded px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-ink-soft',
        accent: 'bg-accent-soft text-accent-ink',
        info: 'bg-info-soft text-info',
        positive: 'bg-positive-soft text-positive',
        caution: 'bg-caution-soft text-caution',
        negative: 'bg-negative-soft text-negative',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type Tone = NonNullable<VariantProps<typeof badge>['tone']>

export function Badge({ tone, className, children }: { tone?: Tone; className?: string; children: ReactNode }) {
  return <span className={cn(badge({ tone }), className)}>{children}</span>
}

/** A count that wants to be seen. */
export function CountBadge({ count, label, tone = 'accent' }: { count: number; label: string; tone?: Tone }) {
  if (count === 0) return null
  return (
    <Badge tone={tone} className="min-w-5 justify-center rounded-full tabular">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">
        {count} {label}
      </span>
    </Badge>
  )
}
