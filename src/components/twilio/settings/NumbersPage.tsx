import { Hash, Plus, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useNumberChanges, useNumbers } from '@/hooks/useNumbers'
import { ErrorNotice } from '../ErrorNotice'
import { toastError } from '../toast-error'
import { GetNumberDialog } from './numbers/GetNumberDialog'
import { NumberRow } from './numbers/NumberRow'
import { useAnswerNames } from './numbers/week/use-answer-names'

/** Our numbers, and how each answers. */
export function NumbersPage() {
  const { data, error, isPending, refetch } = useNumbers()
  const names = useAnswerNames(null)
  if (error && !data) {
    return <ErrorNotice error={error} what="The numbers could not be read." onRetry={() => void refetch()} />
  }
  if (isPending) return <Skeleton className="h-64 rounded-lg" />
  if (data.items.length === 0) {
    return (
      <EmptyState icon={Hash} title="No numbers yet">
        <GetNumberButton />
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap justify-end gap-2">
        <CheckButton />
        <GetNumberButton />
      </div>
      <ul aria-label="Our numbers" className="divide-y overflow-hidden rounded-lg border bg-surface">
        {data.items.map((number) => (
          <NumberRow key={number.id} number={number} names={names} />
        ))}
      </ul>
    </div>
  )
}

function CheckButton() {
  const { check } = useNumberChanges()
  const reason = useForbidden()('numbers.write')
  return (
    <Button
      busy={check.isPending}
      disabledReason={reason}
      onClick={() =>
        check.mutate(undefined, {
          onSuccess: ({ items }) => {
            const wrong = items.filter(({ problems }) => problems.length > 0).length
            showToast(
              wrong === 0 ? 'Twilio asks us about all numbers.' : `${wrong} of ${items.length} do not come to us.`,
            )
          },
          onError: (error) => toastError('The numbers were not checked.', error),
        })
      }
    >
      <RefreshCw aria-hidden /> Check at Twilio
    </Button>
  )
}

function GetNumberButton() {
  const [open, setOpen] = useState(false)
  const reason = useForbidden()('numbers.write')
  return (
    <>
      <Button variant="primary" disabledReason={reason} onClick={() => setOpen(true)}>
        <Plus aria-hidden /> Get a number
      </Button>
      {open && <GetNumberDialog onClose={() => setOpen(false)} />}
    </>
  )
}
