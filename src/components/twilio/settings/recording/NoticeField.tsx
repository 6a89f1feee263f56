import { TriangleAlert } from 'lucide-react'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Check } from '../rules/Check'

type NoticeFieldProps = {
  label: string
  value: string | null
  usual: string
  readOnly: boolean
  /** What it means that nothing is said. */
  without: string
  onChange: (value: string | null) => void
}

/** The sentence the other party hears, or that there is none and what that means. */
export function NoticeField({ label, value, usual, readOnly, without, onChange }: NoticeFieldProps) {
  return (
    <div className="grid gap-2">
      <Check checked={value !== null} readOnly={readOnly} onChange={(said) => onChange(said ? usual : null)}>
        Tell the other party
      </Check>
      {value === null ? (
        <p className="flex items-start gap-2 rounded-md bg-caution-soft p-2.5 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-caution" />
          {without}
        </p>
      ) : (
        <Field label={label}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={value}
              disabled={readOnly}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </div>
  )
}
