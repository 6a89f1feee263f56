import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { findNumberLookup, lookUpNumber } from '@/hooks/api/permission'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { Time } from '../Time'
import { toastError } from '../toast-error'
import { lineWords, lookUpCost } from './line-words'

/** What kind of line a number is, as far as somebody has looked it up. */
export function LineType({ phoneNumber }: { phoneNumber: string }) {
  const { data } = useQuery({
    queryKey: queryKeys.lineType(phoneNumber),
    queryFn: ({ signal }) => findNumberLookup(phoneNumber, signal),
  })
  if (!data) return null
  return (
    <section aria-label="Kind of line">
      <h4 className="text-sm font-semibold">Kind of line</h4>
      <p className="mt-1 text-sm text-ink-soft">{lineWords(data.lineType)}</p>
      {data.lookedUpAt && (
        <p className="text-xs text-ink-faint">
          Known since <Time at={data.lookedUpAt} />
        </p>
      )}
      {data.lineType === null && <LookUpButton phoneNumber={phoneNumber} className="mt-2" />}
    </section>
  )
}

/** Asks Twilio, which charges for it: that is why a person presses it. */
export function LookUpButton({ phoneNumber, className }: { phoneNumber: string; className?: string }) {
  const client = useQueryClient()
  const forbidden = useForbidden()('messages.send')
  const lookUp = useMutation({
    mutationFn: () => lookUpNumber(phoneNumber),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.permission }),
    onError: (error) => toastError('The number was not looked up.', error),
  })
  // Twilio was asked and does not know: asking again would cost again.
  if (lookUp.data && lookUp.data.lineType === null) {
    return <p className="mt-1 text-sm text-ink-faint">Twilio does not know it either.</p>
  }
  return (
    <Button
      size="small"
      className={className}
      busy={lookUp.isPending}
      disabledReason={forbidden}
      onClick={() => lookUp.mutate()}
    >
      Look it up ({lookUpCost})
    </Button>
  )
}
