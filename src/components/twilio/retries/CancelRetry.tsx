import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/show-toast'
import { useCancelCallRetry } from '@/hooks/useCallRetries'
import { useForbidden } from '@/hooks/useMe'
import type { CallRetry } from '@/shared/schemas/call-retry'
import { toastError } from '../toast-error'

/** Takes a planned call back. */
export function CancelRetry({ retry }: { retry: CallRetry }) {
  const forbidden = useForbidden()
  const cancel = useCancelCallRetry()
  const act = () =>
    cancel.mutate(retry.id, {
      onSuccess: () => showToast('It will not be called again.'),
      onError: (error) => toastError('It was not canceled.', error),
    })
  const reason = forbidden('calls.place') ?? (retry.status === 'placing' ? 'It is being placed right now.' : undefined)
  return (
    <Button size="small" busy={cancel.isPending} disabledReason={reason} onClick={act}>
      <X aria-hidden /> Cancel
    </Button>
  )
}
