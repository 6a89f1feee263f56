import { CircleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { ApiError } from '@/hooks/api/api-error'
import { errorSentence } from './error-sentence'

type ErrorNoticeProps = { error: unknown; what?: string; onRetry?: () => void; className?: string }

/** What happened, why, and what to do next; with the request id for whoever helps. */
export function ErrorNotice({ error, what, onRetry, className }: ErrorNoticeProps) {
  const requestId = error instanceof ApiError ? error.requestId : ''
  return (
    <div role="alert" className={cn('flex gap-2.5 rounded-lg bg-negative-soft p-3 text-ink', className)}>
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-negative" />
      <div className="min-w-0 flex-1">
        {what && <p className="font-medium">{what}</p>}
        <p className={what ? 'text-ink-soft' : ''}>{errorSentence(error)}</p>
        {(onRetry || requestId) && (
          <div className="mt-2 flex flex-wrap items-center gap-2">
            {onRetry && (
              <Button size="small" onClick={onRetry}>
                Try again
              </Button>
            )}
            {requestId && (
              <CopyButton text={requestId} label="Copy the request id">
                Request id
              </CopyButton>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
