import { useQuery } from '@tanstack/react-query'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { listStartableFlows } from '@/hooks/api/keywords'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { useUpdateNumber } from '@/hooks/useNumbers'
import type { OurNumber } from '@/shared/schemas/number'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { toastError } from '../../toast-error'

const channels = [
  { key: 'flowId', label: 'Calls are answered by', none: 'No flow: as is set below' },
  { key: 'textFlowId', label: 'Texts are answered by', none: 'No flow: they come to the inbox' },
] as const

/** Which flows answer a number; saved as soon as one is chosen, also by whoever builds flows. */
export function FlowsPart({ number }: { number: OurNumber }) {
  const { data: flows = [] } = useQuery({
    queryKey: queryKeys.startableFlows,
    queryFn: ({ signal }) => listStartableFlows(signal),
  })
  const assign = useUpdateNumber(number.id)
  const reason = useForbidden()('numbers.assign')
  const put = (key: 'flowId' | 'textFlowId', flowId: string) =>
    assign.mutate(
      { answer: { [key]: flowId === '' ? null : flowId } },
      {
        onSuccess: () => showToast(`${formatPhoneNumber(number.phoneNumber)} is saved.`),
        onError: (error) => toastError('The number was not changed.', error),
      },
    )
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {channels.map(({ key, label, none }) => {
        const chosen = number.answer[key]
        const isGone = chosen !== null && !flows.some(({ id }) => id === chosen)
        return (
          <Field key={key} label={label} hint={reason}>
            {(control) => (
              <Select
                {...control}
                disabled={reason !== undefined || assign.isPending}
                value={chosen ?? ''}
                onChange={({ target }) => put(key, target.value)}
              >
                <option value="">{none}</option>
                {isGone && <option value={chosen}>a flow that is not published</option>}
                {flows.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )
      })}
    </div>
  )
}
