import { AlertDialog } from 'radix-ui'
import { Button } from './button'

type ConfirmDialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** Names what is lost. */
  description: string
  action: string
  onConfirm: () => void
}

export function ConfirmDialog({ open, onClose, title, description, action, onConfirm }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <AlertDialog.Content className="fixed inset-x-3 top-[20dvh] z-40 mx-auto max-w-md animate-appear rounded-xl border bg-surface p-5 shadow-floating">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-ink-soft">{description}</AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant="danger" onClick={onConfirm}>
                {action}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
