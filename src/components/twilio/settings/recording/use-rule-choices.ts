import { itemsOf } from '@/hooks/cache/pages'
import { useColleagues } from '@/hooks/useColleagues'
import { useFlows } from '@/hooks/useFlows'
import { useNumbers } from '@/hooks/useNumbers'
import type { RecordingRule } from '@/shared/schemas/recording-rules'
import { formatPhoneNumber } from '../../format/format-phone-number'

type Option = { value: string; name: string }
type Key = 'direction' | 'ourNumber' | 'flowId' | 'personId'
type Choice = { key: Key; label: string; options: Option[]; read: (value: string) => string | null }

/** What a rule can be about. What it names and is gone stays in the list, so that nothing changes unseen. */
export function useRuleChoices(rule: RecordingRule): Choice[] {
  const { data: numbers } = useNumbers()
  const { data: flows } = useFlows()
  const { data: colleagues } = useColleagues()
  const ours = numbers?.items.map(({ phoneNumber, friendlyName }) => {
    const shown = formatPhoneNumber(phoneNumber)
    return { value: phoneNumber, name: friendlyName === phoneNumber ? shown : `${friendlyName} (${shown})` }
  })
  return [
    {
      key: 'direction',
      label: 'Direction',
      options: [
        { value: '', name: 'Both' },
        { value: 'inbound', name: 'Calls to us' },
        { value: 'outbound', name: 'Calls from us' },
      ],
      read: orNull,
    },
    choice('ourNumber', 'Our number', 'Any', ours ?? [], rule.ourNumber),
    choice('flowId', 'Flow', 'Any, or none', itemsOf(flows).map(named), rule.flowId),
    choice('personId', 'Who places or takes the call', 'Anybody', colleagues?.map(named) ?? [], rule.personId),
  ]
}

function choice(key: Key, label: string, any: string, options: Option[], chosen: string | null): Choice {
  const isGone = chosen !== null && !options.some(({ value }) => value === chosen)
  const gone = isGone ? [{ value: chosen, name: 'Not there any more' }] : []
  return { key, label, options: [{ value: '', name: any }, ...options, ...gone], read: orNull }
}

function named({ id, name }: { id: string; name: string }): Option {
  return { value: id, name }
}

function orNull(value: string) {
  return value === '' ? null : value
}
