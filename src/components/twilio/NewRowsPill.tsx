import { ArrowDown, ArrowUp } from 'lucide-react'

type NewRowsPillProps = { count: number; onShow: () => void; direction?: 'up' | 'down' }

/** A quiet word that there is more, instead of a list that jumps. */
export function NewRowsPill({ count, onShow, direction = 'up' }: NewRowsPillProps) {
  if (count === 0) return null
  const Icon = direction === 'up' ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      onClick={onShow}
      className={`absolute left-1/2 z-10 flex h-7 -translate-x-1/2 animate-appear items-center gap-1 rounded-full bg-accent px-3 text-sm font-medium text-on-accent shadow-floating hover:bg-accent-hover ${direction === 'up' ? 'top-2' : 'bottom-2'}`}
    >
      <Icon aria-hidden className="size-3.5" />
      {count} new
    </button>
  )
}
