import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useId } from 'react'

interface Props extends ComponentProps<'select'> {
  label: string
}

/** A choice with its label above, to stand among fields. */
export const LabelledSelect = ({ label, ...rest }: Props) => {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {label}
      </label>
      <div className="relative flex items-center">
        <select
          id={id}
          className="h-10 w-full min-w-0 appearance-none truncate rounded-lg border border-line-strong bg-surface pr-8 pl-3 text-base text-ink sm:text-sm"
          {...rest}
        />
        <ChevronDown aria-hidden size={16} className="pointer-events-none absolute right-3 text-muted" />
      </div>
    </div>
  )
}
