import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import { Button } from './button'
import { cn } from './cn'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  description?: string
  /** 'panel' slides in from the right: for editing beside the list. */
  shape?: 'dialog' | 'panel'
  className?: string
  children: ReactNode
}

const shapes = {
  dialog: 'inset-x-3 top-[12dvh] mx-auto max-h-[80dvh] max-w-md rounded-xl border',
  panel: 'inset-y-0 right-0 w-[min(26rem,100vw)] border-l',
} as const

export function Dialog({ open, onClose, title, description, shape = 'dialog', className, children }: DialogProps) {
  const opener = useRef<Element>(null)
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement
            focusFirstField(event)
          }}
          onCloseAutoFocus={() => opener.current instanceof HTMLElement && opener.current.focus()}
          className={cn(
            'fixed z-40 flex animate-appear flex-col overflow-hidden bg-surface shadow-floating focus:outline-none',
            shapes[shape],
            className,
          )}
        >
          <div className="flex items-start gap-2 px-5 pt-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="mt-0.5 text-ink-soft">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon-small" aria-label="Close">
                <X />
              </Button>
            </Radix.Close>
          </div>
          <div className="overflow-y-auto px-5 pt-3 pb-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** A form starts in its first field, not on the button that closes it. */
function focusFirstField(event: Event) {
  if (!(event.currentTarget instanceof HTMLElement)) return
  const field = event.currentTarget.querySelector<HTMLElement>('input, textarea')
  if (!field) return
  event.preventDefault()
  field.focus()
}
