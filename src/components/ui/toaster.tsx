import { useEffect, useSyncExternalStore } from 'react'
import { toast, Toaster as Sonner } from 'sonner'
import { waitingToasts } from './show-toast'

/** Shows the waiting toasts; errors stay longer, they are to be read, and what can be undone a little. */
export function Toaster() {
  const waiting = useSyncExternalStore(waitingToasts.subscribe, waitingToasts.read)
  useEffect(() => {
    if (waiting.length === 0) return
    for (const { what, tone, description, action } of waitingToasts.take()) {
      toast[tone](what, { description, action, duration: tone === 'error' ? 12_000 : action ? 8_000 : 4_000 })
    }
  }, [waiting])
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      mobileOffset={{ bottom: '5rem' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-2.5 rounded-lg border bg-surface p-3 text-base text-ink shadow-floating sm:w-88',
          title: 'font-medium',
          description: 'text-ink-soft',
          actionButton: 'ml-auto shrink-0 rounded-md px-2 py-0.5 text-sm font-medium text-accent-ink hover:bg-hover',
          error: '[&_[data-icon]]:text-negative',
          success: '[&_[data-icon]]:text-positive',
        },
      }}
    />
  )
}
