import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { MessageSquareWarning } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/show-toast'
import { listOpenRefusals, settleRefusal } from '@/hooks/api/opt-out-suggestions'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { toastError } from '../toast-error'

/** Asks whether this person wants no more texts, when their words may say so. Until somebody answers, nothing is sent by itself. */
export function RefusalBanner({ phoneNumber }: { phoneNumber: string }) {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: queryKeys.openRefusals(phoneNumber),
    queryFn: ({ signal }) => listOpenRefusals(phoneNumber, signal),
  })
  const settle = useMutation({
    mutationFn: settleRefusal,
    onSuccess: async (_settled, { verb }) => {
      showToast(verb === 'confirm' ? 'Opted out. No more texts go there.' : 'Noted: no refusal.')
      await client.invalidateQueries({ queryKey: queryKeys.optOutSuggestions })
    },
    onError: (error) => toastError('It was not decided.', error),
  })
  const reason = useForbidden()('opt_outs.write')
  const open = data?.items[0]
  if (!open) return null
  return (
    <section
      aria-label="A possible refusal"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-caution-soft px-4 py-2"
    >
      <MessageSquareWarning aria-hidden className="size-4 shrink-0 text-caution" />
      <p className="min-w-48 flex-1 text-sm">
        <span className="font-medium">Do they want no more texts?</span> They wrote “{open.phrase}”. Nothing is sent by
        itself until you decide.
      </p>
      <span className="flex gap-2">
        <Button
          size="small"
          variant="primary"
          busy={settle.isPending}
          disabledReason={reason}
          onClick={() => settle.mutate({ id: open.id, verb: 'confirm' })}
        >
          Opt out
        </Button>
        <Button size="small" disabledReason={reason} onClick={() => settle.mutate({ id: open.id, verb: 'dismiss' })}>
          No, keep texting
        </Button>
      </span>
    </section>
  )
}
