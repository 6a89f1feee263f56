import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import type { RecordingRule } from '@/shared/schemas/recording-rules'
import { NoticeField } from './NoticeField'
import { useRuleChoices } from './use-rule-choices'

type RuleFieldsProps = {
  rule: RecordingRule
  /** Its place, from 1. */
  number: number
  isLast: boolean
  readOnly: boolean
  usualNotice: string
  onChange: (rule: RecordingRule) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const unwarned =
  'Nobody is told. California, Florida, Illinois, Massachusetts, Pennsylvania, Washington and other states want everybody on the call to agree; a number does not say where a person is.'

/** One rule: which calls, recorded or not, and what is said. */
export function RuleFields(props: RuleFieldsProps) {
  const { rule, number, isLast, readOnly, usualNotice, onChange, onMove, onRemove } = props
  const choices = useRuleChoices(rule)
  return (
    <li aria-label={`Rule ${number}`} className="grid gap-3 rounded-lg border bg-surface p-4">
      <div className="flex items-center gap-1">
        <h3 className="mr-auto font-medium">Rule {number}</h3>
        {!readOnly && (
          <>
            <Button
              variant="quiet"
              size="icon-small"
              label={`Move rule ${number} up`}
              disabledReason={number === 1 ? 'It is the first already.' : undefined}
              onClick={() => onMove(-1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              variant="quiet"
              size="icon-small"
              label={`Move rule ${number} down`}
              disabledReason={isLast ? 'It is the last already.' : undefined}
              onClick={() => onMove(1)}
            >
              <ArrowDown aria-hidden />
            </Button>
            <Button variant="quiet" size="icon-small" label={`Remove rule ${number}`} onClick={onRemove}>
              <Trash2 aria-hidden />
            </Button>
          </>
        )}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {choices.map(({ key, label, options, read }) => (
          <Field key={key} label={label}>
            {(control) => (
              <Select
                {...control}
                value={rule[key] ?? ''}
                disabled={readOnly}
                onChange={(event) => onChange({ ...rule, [key]: read(event.target.value) })}
              >
                {options.map(({ value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
      <Field label="These calls are">
        {(control) => (
          <Select
            {...control}
            className="max-w-60"
            value={rule.record ? 'yes' : 'no'}
            disabled={readOnly}
            onChange={(event) => onChange({ ...rule, record: event.target.value === 'yes' })}
          >
            <option value="yes">recorded</option>
            <option value="no">not recorded</option>
          </Select>
        )}
      </Field>
      {rule.record && (
        <NoticeField
          label="Before anybody is rung for them, they hear"
          value={rule.notice}
          usual={usualNotice}
          readOnly={readOnly}
          without={unwarned}
          onChange={(notice) => onChange({ ...rule, notice })}
        />
      )}
    </li>
  )
}
