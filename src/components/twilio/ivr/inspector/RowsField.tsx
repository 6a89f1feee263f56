import { Plus, Trash2 } from 'lucide-react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { useEditor } from '../editor'
import { type PropertyProps, wordsOf } from './property-props'
import { VariablePicker } from './VariablePicker'

const Rows = z.array(z.looseObject({ key: z.string(), value: z.unknown() }))

/** Names with values: the variables of “Set variables”, the parameters of a request. */
export function RowsField({ state, field, error, onSet }: PropertyProps) {
  const { readOnly } = useEditor()
  const parsed = Rows.safeParse(state.properties[field.key] ?? [])
  if (field.kind !== 'rows' || !parsed.success) return null
  const rows = parsed.data
  const put = (index: number, change: Record<string, unknown>) =>
    onSet(
      field.key,
      rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
    )
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{field.label}</legend>
      {rows.map((row, index) => (
        <div key={index} className="grid gap-1.5 rounded-md border p-2">
          <div className="flex gap-1.5">
            <Input
              aria-label={`Name ${index + 1}`}
              placeholder="name"
              value={row.key}
              readOnly={readOnly !== undefined}
              onChange={({ target }) => put(index, { key: target.value })}
            />
            <Button
              variant="quiet"
              size="icon"
              label={`Remove ${row.key || `row ${index + 1}`}`}
              disabledReason={readOnly}
              onClick={() => onSet(field.key, rows.toSpliced(index, 1))}
            >
              <Trash2 />
            </Button>
          </div>
          <div className="relative">
            <Input
              aria-label={`Value ${index + 1}`}
              placeholder="value"
              className="pr-9"
              value={wordsOf(row.value)}
              readOnly={readOnly !== undefined}
              onChange={({ target }) => put(index, { value: target.value })}
            />
            {readOnly === undefined && (
              <VariablePicker
                field={`value ${index + 1}`}
                state={state.name}
                onPick={(variable) => put(index, { value: wordsOf(row.value) + variable })}
              />
            )}
          </div>
          {field.parse && (
            <label className="flex items-center gap-2 text-xs text-ink-soft">
              <input
                type="checkbox"
                className="accent-(--accent)"
                checked={String(row.parse_as_json) === 'true'}
                disabled={readOnly !== undefined}
                onChange={({ target }) => put(index, { parse_as_json: target.checked })}
              />
              Read it as JSON
            </label>
          )}
        </div>
      ))}
      {error && (
        <p role="alert" className="text-xs text-negative">
          {error}
        </p>
      )}
      <Button
        size="small"
        className="justify-self-start"
        disabledReason={readOnly}
        onClick={() => onSet(field.key, [...rows, { key: '', value: '' }])}
      >
        <Plus aria-hidden /> {field.add}
      </Button>
    </fieldset>
  )
}
