import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useId } from 'react'

interface Props extends ComponentProps<'select'> {
  label: string
}

export const Select = ({ label, className = '', ...rest }: Props) => {
  const id = useId()
  return (
    <div className={`relative flex min-w-0 items-center ${className}`}>
      <label htmlFor={id} className="pointer-events-none absolute left-3 text-xs text-muted">
        {label}
      </label>
      <select
        id={id}
        className="h-9 w-full min-w-0 appearance-none truncate rounded-lg bg-raised pr-8 pl-14 font-medium text-ink hover:bg-hover"
        {...rest}
      />
      <ChevronDown aria-hidden size={16} className="pointer-events-none absolute right-3 text-muted" />
    </div>
  )
}
