import { useMutation, useQueryClient } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { dismissRecovery } from '@/hooks/api/recoveries'
import { queryKeys } from '@/hooks/query-keys'
import { useNow } from '@/hooks/use-now'
import { useForbidden } from '@/hooks/useMe'
import type { Recovery } from '@/shared/schemas/recovery'
import { formatSpan } from '../format/format-span'
import { toastError } from '../toast-error'
import { describeRecovery } from './describe-recovery'

/** What was lost on its way to us and fetched from Twilio afterwards: how much, and when it happened. */
export function RecoveryRow({ recovery }: { recovery: Recovery }) {
  const client = useQueryClient()
  const now = useNow(60_000)
  const forbidden = useForbidden()
  const dismiss = useMutation({
    mutationFn: dismissRecovery,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.recoveries }),
    onError: (error) => toastError('It is still listed.', error),
  })
  return (
    <li className="flex flex-wrap items-start gap-3 border-b px-4 py-3 sm:flex-nowrap">
      <span aria-hidden className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-full bg-info-soft text-info">
        <History className="size-4" />
      </span>
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2.75rem)]">
        <p className="font-medium">
          {describeRecovery(recovery)} recovered from Twilio,{' '}
          <span className="tabular">{formatSpan(new Date(recovery.firstAt), new Date(recovery.lastAt), now)}</span>
        </p>
        <p className="text-ink-soft">
          Twilio could not reach us then. Everything is in its place now, at the time it happened; look whether somebody
          still waits for an answer.
        </p>
      </div>
      <Button
        size="small"
        className="max-sm:ml-11"
        busy={dismiss.isPending}
        disabledReason={forbidden('operations.settle')}
        onClick={() => dismiss.mutate(recovery.id)}
      >
        Got it
      </Button>
    </li>
  )
}
