import type { ReactNode } from 'react'

type CheckProps = { checked: boolean; readOnly: boolean; onChange: (checked: boolean) => void; children: ReactNode }

/** A box to tick with its sentence. */
export function Check({ checked, readOnly, onChange, children }: CheckProps) {
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        className="mt-1 accent-accent"
        checked={checked}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
