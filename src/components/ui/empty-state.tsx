import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What stands where nothing is yet: says what will be here, and the first step. */
export function EmptyState({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="m-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center">
      <span aria-hidden className="mb-1 grid size-10 place-items-center rounded-full bg-sunken text-ink-faint">
        <Icon className="size-5" />
      </span>
      <p className="font-medium text-ink">{title}</p>
      {children && <div className="text-ink-soft">{children}</div>}
    </div>
  )
}
