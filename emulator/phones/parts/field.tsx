import { type ComponentProps, useId } from 'react'

const inputLook =
  'h-10 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-muted sm:text-sm aria-invalid:border-bad'

interface Props extends ComponentProps<'input'> {
  label: string
  hint?: string
  error?: string | undefined
  labelHidden?: boolean
}

/** A labelled input with its hint, or the sentence that says what is wrong with it. */
export const Field = ({ label, hint, error, labelHidden = false, className = '', ...rest }: Props) => {
  const id = useId()
  const below = error ?? hint
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1 block text-xs font-medium text-muted'}>
        {label}
      </label>
      <input
        id={id}
        className={inputLook}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        {...rest}
      />
      {below === undefined ? null : (
        <p
          id={`${id}-below`}
          role={error === undefined ? undefined : 'alert'}
          className={`mt-1 text-xs ${error === undefined ? 'text-muted' : 'text-bad-ink'}`}
        >
          {below}
        </p>
      )}
    </div>
  )
}
