import { useId } from 'react'
import { Input } from '@/components/ui/input'
import { variableLabel } from './variable-label'

type TemplateBlanksProps = {
  asked: readonly string[]
  variables: Readonly<Record<string, string>>
  onAnswer: (answered: Record<string, string>) => void
  /** Enter leaves the fields for the text; it sends nothing. */
  onDone: () => void
}

/** Asks by name for what a template needs and nobody knows. */
export function TemplateBlanks({ asked, variables, onAnswer, onDone }: TemplateBlanksProps) {
  const id = useId()
  if (asked.length === 0) return null
  return (
    <fieldset className="mb-2 flex flex-wrap items-end gap-x-3 gap-y-2">
      <legend className="sr-only">What the template asks for</legend>
      {asked.map((name, index) => (
        <span key={name} className="grid min-w-36 flex-1 gap-0.5 sm:max-w-56">
          <label htmlFor={`${id}${name}`} className="text-xs text-ink-soft">
            {variableLabel(name)}
          </label>
          <Input
            id={`${id}${name}`}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just chosen the template that asks
            autoFocus={index === 0}
            autoComplete="off"
            className="h-7"
            value={variables[name] ?? ''}
            onChange={(event) => onAnswer({ [name]: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              onDone()
            }}
          />
        </span>
      ))}
    </fieldset>
  )
}
