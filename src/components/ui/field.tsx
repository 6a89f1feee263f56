import { useId, type ReactNode } from 'react'

type Control = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }

type FieldProps = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  children: (control: Control) => ReactNode
}

/** A label, a control, and what to know about it; the three are tied for screen readers. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error !== undefined || undefined,
      })}
      {note && (
        <div
          id={`${id}-note`}
          role={error ? 'alert' : undefined}
          className={error ? 'text-xs text-negative' : 'text-xs text-ink-faint'}
        >
          {note}
        </div>
      )}
    </div>
  )
}
