import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { showToast } from '@/components/ui/show-toast'
import { settleOperation } from '@/hooks/api/operations'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import type { FailedOperation } from '@/shared/schemas/operation'
import { formatClockTime } from '../format/format-time'
import { PhoneNumber } from '../PhoneNumber'
import { Time } from '../Time'
import { toastError } from '../toast-error'
import { describeOperation } from './describe-operation'

/** One failed operation: what, why, since when, and what can be done. */
export function OperationRow({ operation }: { operation: FailedOperation }) {
  const client = useQueryClient()
  const forbidden = useForbidden()
  const [asking, setAsking] = useState(false)
  const settle = useMutation({
    mutationFn: settleOperation,
    onSuccess: (_answer, { how }) => {
      showToast(how === 'retry' ? 'Tried again.' : 'Dismissed.')
      return client.invalidateQueries({ queryKey: queryKeys.operations })
    },
    onError: (error, { how }) => toastError(how === 'retry' ? 'It failed again.' : 'It was not dismissed.', error),
  })
  const { title, detail, lost, icon: Icon } = describeOperation(operation)
  const reason =
    forbidden('operations.settle') ?? (operation.status === 'retrying' ? 'It is being tried again.' : undefined)
  return (
    <li className="flex flex-wrap items-start gap-3 border-b px-4 py-3 sm:flex-nowrap">
      <span
        aria-hidden
        className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-full bg-negative-soft text-negative"
      >
        <Icon className="size-4" />
      </span>
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2.75rem)]">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {title}
          {operation.status === 'retrying' && <Badge tone="info">Trying again</Badge>}
        </p>
        {(operation.to ?? detail) !== null && (
          <p className="truncate">
            {operation.to === null ? detail : <PhoneNumber value={operation.to} className="tabular" />}
            {operation.preview && <span className="text-ink-soft"> “{operation.preview}”</span>}
          </p>
        )}
        <p className="text-ink-soft">{operation.reason}</p>
        <p className="mt-0.5 text-sm text-ink-faint">
          <Time at={operation.createdAt} /> · tried {operation.attempts === 1 ? 'once' : `${operation.attempts} times`}
          {operation.retryAt
            ? ` · tries again by itself at ${formatClockTime(new Date(operation.retryAt))}`
            : operation.status === 'failed' && ' · waits for you'}
        </p>
      </div>
      <div className="flex gap-2 max-sm:ml-11">
        <Button
          size="small"
          busy={settle.isPending}
          disabledReason={reason}
          onClick={() => settle.mutate({ id: operation.id, how: 'retry' })}
        >
          <RotateCcw aria-hidden /> Try again
        </Button>
        <Button size="small" variant="quiet" disabledReason={reason} onClick={() => setAsking(true)}>
          Dismiss
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Dismiss this?"
        description={lost}
        action="Dismiss"
        onConfirm={() => settle.mutate({ id: operation.id, how: 'dismiss' })}
      />
    </li>
  )
}
