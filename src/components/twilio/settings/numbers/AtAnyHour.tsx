import { ChevronRight } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import type { NumberAnswer } from '@/shared/schemas/number'

const AnswerAtAnyHour = lazy(async () => {
  const { AnswerAtAnyHour: component } = await import('./week/AnswerAtAnyHour')
  return { default: component }
})

/** Unfolds the week of a number; also for what is changed in the form and not saved yet. */
export function AtAnyHour(props: { draft: NumberAnswer; saved: NumberAnswer }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="group border-t" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex h-11 cursor-pointer list-none items-center gap-1.5 px-4 font-medium hover:bg-hover">
        <ChevronRight aria-hidden className="size-4 text-ink-faint transition-transform group-open:rotate-90" />
        What happens at any hour
      </summary>
      {open && (
        <div className="p-4 pt-2">
          <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
            <AnswerAtAnyHour {...props} />
          </Suspense>
        </div>
      )}
    </details>
  )
}
