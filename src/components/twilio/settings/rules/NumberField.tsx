import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type NumberFieldProps = {
  label: string
  hint?: string
  value: number | null
  readOnly: boolean
  step?: number
  /** An empty field means no limit. */
  optional?: boolean
  onChange: (value: number | null) => void
}

export function NumberField({ label, hint, value, readOnly, step = 1, optional = false, onChange }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          step={step}
          required={!optional}
          readOnly={readOnly}
          className="tabular"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? (optional ? null : 0) : Number(event.target.value))}
        />
      )}
    </Field>
  )
}
