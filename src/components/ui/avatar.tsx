import { UserRound } from 'lucide-react'
import { cn } from './cn'

/** Initials of a name; a figure where there is none. Decorative: the name stands beside it. */
export function Avatar({ name, className }: { name: string | null; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid size-8 shrink-0 place-items-center rounded-full bg-sunken text-xs font-medium text-ink-soft [&_svg]:size-4',
        className,
      )}
    >
      {name ? initials(name) : <UserRound />}
    </span>
  )
}

function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)]
  return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('')
}
