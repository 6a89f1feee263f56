import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  icon: LucideIcon
  /** The name for a screen reader and on hover. */
  label: string
}

export const IconButton = ({ icon: Icon, label, className = '', ...rest }: Props) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    className={`inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-ink aria-expanded:bg-hover aria-expanded:text-ink disabled:opacity-60 ${className}`}
    {...rest}
  >
    <Icon aria-hidden size={18} strokeWidth={1.75} />
  </button>
)
