import { Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import type { Condition, FlowState } from '@/shared/ivr/definition'
import { useEditor } from '../editor'
import { comparisonWords } from '../event-words'
import { VariablePicker } from './VariablePicker'

type ConditionsProps = {
  name: string
  state: FlowState
  conditions: Condition[]
  onChange: (conditions: Condition[]) => void
}

/** What must all hold for one branch of a split. */
export function Conditions({ name, state, conditions, onChange }: ConditionsProps) {
  const { readOnly } = useEditor()
  const locked = readOnly !== undefined
  const put = (index: number, change: Partial<Condition>) =>
    onChange(conditions.map((condition, at) => (at === index ? { ...condition, ...change } : condition)))
  const input = typeof state.properties.input === 'string' ? state.properties.input : ''
  return (
    <div className="grid gap-2">
      {conditions.map((condition, index) => {
        const { type, value } = condition
        const argument = condition.arguments.join(' ')
        const suffix = index === 0 ? name : `${name}, condition ${index + 1}`
        return (
          <div key={index} className="grid gap-1.5">
            {(argument !== input || argument === '') && (
              <div className="relative">
                <Input
                  aria-label={`What ${suffix} looks at`}
                  className="pr-9"
                  placeholder="Looks at"
                  readOnly={locked}
                  value={argument}
                  onChange={({ target }) => put(index, { arguments: [target.value] })}
                />
                {!locked && (
                  <VariablePicker
                    field={`what ${suffix} looks at`}
                    state={state.name}
                    onPick={(variable) => put(index, { arguments: [variable] })}
                  />
                )}
              </div>
            )}
            <div className="flex gap-1.5">
              <Select
                aria-label={`Comparison of ${suffix}`}
                disabled={locked}
                value={type}
                onChange={({ target }) => put(index, { type: target.value })}
              >
                {!(type in comparisonWords) && <option value={type}>{type}</option>}
                {Object.entries(comparisonWords).map(([key, words]) => (
                  <option key={key} value={key}>
                    {words}
                  </option>
                ))}
              </Select>
              {!type.endsWith('_blank') && (
                <Input
                  aria-label={`Value of ${suffix}`}
                  readOnly={locked}
                  value={value}
                  onChange={({ target }) => put(index, { value: target.value })}
                />
              )}
              {conditions.length > 1 && (
                <Button
                  variant="quiet"
                  size="icon"
                  label={`Remove condition ${index + 1} of ${name}`}
                  disabledReason={readOnly}
                  onClick={() => onChange(conditions.toSpliced(index, 1))}
                >
                  <Trash2 />
                </Button>
              )}
            </div>
          </div>
        )
      })}
      <Button
        variant="quiet"
        size="small"
        className="justify-self-start"
        disabledReason={readOnly}
        onClick={() =>
          onChange([...conditions, { friendly_name: 'is', arguments: [input], type: 'equal_to', value: '' }])
        }
      >
        <Plus aria-hidden /> And
      </Button>
    </div>
  )
}
