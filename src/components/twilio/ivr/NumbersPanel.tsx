import { useMutation, useQueryClient } from '@tanstack/react-query'
import { updateNumber } from '@/hooks/api/numbers'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { useNumbers } from '@/hooks/useNumbers'
import { FirstStep } from '../FirstStep'
import { formatPhoneNumber } from '../format/format-phone-number'
import { toastError } from '../toast-error'
import { useEditor } from './editor'

const channels = [
  { key: 'flowId', word: 'Calls' },
  { key: 'textFlowId', word: 'Texts' },
] as const

/** Which numbers this flow answers, settled right here. */
export function NumbersPanel() {
  const { flow } = useEditor()
  const numbers = useNumbers().data?.items ?? []
  const client = useQueryClient()
  const assign = useMutation({
    mutationFn: ({ id, answer }: { id: string; answer: Parameters<typeof updateNumber>[1]['answer'] }) =>
      updateNumber(id, { answer }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.numbers }),
    onError: (error) => toastError('The number was not changed.', error),
  })
  const forbidden = useForbidden()('numbers.assign')
  const reason = flow.publishedVersion === null ? 'Publish the flow first: callers hear what is published.' : forbidden
  return (
    <div className="grid gap-3 p-4">
      {reason !== undefined && <p className="text-ink-soft">{reason}</p>}
      <ul className="divide-y rounded-md border">
        {numbers.map(({ id, phoneNumber, answer }) => (
          <li key={id} className="flex items-center gap-4 px-3 py-2">
            <span className="mr-auto tabular">{formatPhoneNumber(phoneNumber)}</span>
            {channels.map(({ key, word }) => (
              <label key={key} className="flex items-center gap-1.5 text-sm">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  aria-label={`${word} to ${formatPhoneNumber(phoneNumber)}`}
                  checked={answer[key] === flow.id}
                  disabled={reason !== undefined || assign.isPending}
                  onChange={({ target }) => assign.mutate({ id, answer: { [key]: target.checked ? flow.id : null } })}
                />
                {word}
              </label>
            ))}
          </li>
        ))}
      </ul>
      {reason === undefined && (
        <div className="text-ink-soft">
          <FirstStep action="call" />
        </div>
      )}
    </div>
  )
}
