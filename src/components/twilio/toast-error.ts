import { showToast } from '@/components/ui/show-toast'
import { ApiError } from '@/hooks/api/api-error'
import { errorSentence } from './error-sentence'

/** Says that an action failed and why; the request id can be copied. */
export function toastError(what: string, error: unknown) {
  const requestId = error instanceof ApiError ? error.requestId : ''
  showToast(what, {
    tone: 'error',
    description: errorSentence(error),
    ...(requestId && {
      action: { label: 'Copy id', onClick: () => void navigator.clipboard.writeText(requestId) },
    }),
  })
}
