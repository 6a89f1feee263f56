import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon
  word: string
}

/** An icon with its word, where there is room for it. */
export const TopBarButton = ({ icon: Icon, word, ...rest }: Props) => (
  <button
    type="button"
    title={word}
    className="inline-flex h-9 min-w-9 shrink-0 items-center justify-center gap-2 rounded-lg px-2 text-muted transition-colors hover:bg-hover hover:text-ink disabled:opacity-60 aria-expanded:bg-raised aria-expanded:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-ink lg:px-3"
    {...rest}
  >
    <Icon aria-hidden size={18} strokeWidth={1.75} />
    <span className="sr-only lg:not-sr-only">{word}</span>
  </button>
)
