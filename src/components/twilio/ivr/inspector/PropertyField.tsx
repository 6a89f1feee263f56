import { useRef } from 'react'
import { Field } from '@/components/ui/field'
import { Input, Select, Textarea } from '@/components/ui/input'
import { useEditor } from '../editor'
import { HoursField } from './HoursField'
import { type PropertyProps, wordsOf } from './property-props'
import { RowsField } from './RowsField'
import { VariablePicker } from './VariablePicker'

/** One property of a step in the form its kind asks for. */
export function PropertyField({ state, field, error, onSet }: PropertyProps) {
  const readOnly = useEditor().readOnly !== undefined
  const value = state.properties[field.key]
  const words = wordsOf(value)
  const set = (next: unknown) => onSet(field.key, next)
  if (field.kind === 'rows') return <RowsField {...{ state, field, error, onSet }} />
  if (field.kind === 'hours') return <HoursField {...{ state, field, error, onSet }} />
  if (field.kind === 'flag') {
    const checked = value === undefined ? field.initially : words === 'true'
    return (
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={checked}
          disabled={readOnly}
          onChange={(event) => set(event.target.checked)}
        />
        {field.label}
      </label>
    )
  }
  if (field.kind === 'choice') {
    const known = field.options.some(([option]) => option === words)
    return (
      <Field label={field.label} hint={field.hint} error={error}>
        {(control) => (
          <Select {...control} value={words} disabled={readOnly} onChange={(event) => set(event.target.value)}>
            {!known && <option value={words}>{words === '' ? 'As usual' : words}</option>}
            {field.options.map(([option, label]) => (
              <option key={option} value={option}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    )
  }
  if (field.kind === 'number') {
    return (
      <Field label={field.unit ? `${field.label} (${field.unit})` : field.label} hint={field.hint} error={error}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            className="tabular"
            readOnly={readOnly}
            value={words}
            onChange={({ target }) => set(numberOf(target.value))}
          />
        )}
      </Field>
    )
  }
  if (field.kind === 'words') {
    return (
      <Field label={field.label} hint={field.hint} error={error}>
        {(control) => (
          <Input
            {...control}
            readOnly={readOnly}
            value={Array.isArray(value) ? value.join(',') : words}
            onChange={({ target }) => set(target.value.split(',').map((word) => word.trimStart()))}
          />
        )}
      </Field>
    )
  }
  return <TextField {...{ state, field, error, onSet }} words={words} readOnly={readOnly} />
}

function TextField({
  state,
  field,
  error,
  onSet,
  words,
  readOnly,
}: PropertyProps & { words: string; readOnly: boolean }) {
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const set = (next: string) => onSet(field.key, next)
  const insert = (variable: string) => {
    const { selectionStart, selectionEnd } = box.current ?? {}
    const from = selectionStart ?? words.length
    set(words.slice(0, from) + variable + words.slice(selectionEnd ?? from))
  }
  const picks = 'variables' in field && field.variables === true && !readOnly
  const placeholder = 'placeholder' in field ? field.placeholder : undefined
  return (
    <Field label={field.label} hint={field.hint} error={error}>
      {(control) => (
        <div className="relative">
          {field.kind === 'long' ? (
            <Textarea
              {...control}
              ref={box}
              rows={4}
              className={picks ? 'pr-9' : ''}
              readOnly={readOnly}
              value={words}
              onChange={({ target }) => set(target.value)}
            />
          ) : (
            <Input
              {...control}
              ref={box}
              className={picks ? 'pr-9' : ''}
              placeholder={placeholder}
              readOnly={readOnly}
              value={words}
              onChange={({ target }) => set(target.value)}
            />
          )}
          {picks && <VariablePicker field={field.label} state={state.name} onPick={insert} />}
        </div>
      )}
    </Field>
  )
}

/** What is not a whole number stays as it is typed, and is said to be wrong. */
function numberOf(text: string) {
  if (text === '') return undefined
  return /^\d+$/.test(text) ? Number(text) : text
}
