import { cn } from '@/components/ui/cn'

/** The mark, and the name beside it unless folded. */
export function Brand({ folded = false }: { folded?: boolean }) {
  return (
    <span className="flex items-center gap-2 text-lg font-semibold tracking-tight">
      <svg aria-hidden viewBox="0 0 32 32" className="size-7 shrink-0">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path d="M9 11h14M9 16h9M9 21h14" className="stroke-on-accent" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <span className={cn(folded && 'sr-only')}>EVA</span>
    </span>
  )
}
