import { Lock } from 'lucide-react'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { FlowState } from '@/shared/ivr/definition'
import { changeState } from '@/shared/ivr/edit/change-state'
import { renameState } from '@/shared/ivr/edit/rename-state'
import { isWidgetType, refusedWidgets, widgets } from '@/shared/ivr/widgets'
import { useEditor } from '../editor'
import { widgetForms } from '../widget-forms'
import { PropertyField } from './PropertyField'
import { WaysOut } from './WaysOut'

/** The form of the selected step. */
export function Inspector() {
  const { definition, selection } = useEditor()
  const state = definition.states.find(({ name }) => name === selection[0])
  if (!state || selection.length > 1) {
    return (
      <p className="p-4 text-ink-soft">
        {selection.length > 1 ? `${selection.length} steps are selected.` : 'Select a step to edit it.'}
      </p>
    )
  }
  return <StepForm key={state.name} state={state} />
}

function StepForm({ state }: { state: FlowState }) {
  const { change } = useEditor()
  const known = isWidgetType(state.type) ? { form: widgetForms[state.type], widget: widgets[state.type] } : null
  const hasVariables = JSON.stringify(state.properties).includes('{{')
  const wrong = known && !hasVariables ? (known.widget.properties.safeParse(state.properties).error?.issues ?? []) : []
  const errorOf = (key: string) => wrong.find(({ path }) => path[0] === key)?.message
  const onSet = (key: string, value: unknown) =>
    change(
      (now) =>
        changeState(now, state.name, (before) => {
          const { [key]: _old, ...rest } = before.properties
          return { ...before, properties: value === undefined ? rest : { ...before.properties, [key]: value } }
        }),
      `${state.name}.${key}`,
    )
  return (
    <form className="grid gap-4 p-4" onSubmit={(event) => event.preventDefault()}>
      <p className="text-ink-soft">
        {known ? known.form.help : (refusedWidgets[state.type] ?? 'This kind is not known here.')}
      </p>
      <NameField state={state} />
      {known?.form.fields.map((field) => (
        <PropertyField
          key={field.key}
          state={state}
          field={field}
          error={errorOf(field.key === 'hours' ? 'time_zone' : field.key)}
          onSet={onSet}
        />
      ))}
      {!known && (
        <div className="grid gap-2 rounded-md bg-sunken p-3 text-sm">
          <p className="flex items-center gap-1.5 font-medium">
            <Lock aria-hidden className="size-4" /> Kept as it is
          </p>
          <pre className="text-xs wrap-anywhere whitespace-pre-wrap">{JSON.stringify(state.properties, null, 2)}</pre>
        </div>
      )}
      <WaysOut state={state} />
    </form>
  )
}

/** Renames when one leaves the field; everything that names the step follows. */
function NameField({ state }: { state: FlowState }) {
  const { definition, change, select, readOnly } = useEditor()
  const [name, setName] = useState(state.name)
  const taken = name !== state.name && definition.states.some((other) => other.name === name)
  const error = taken
    ? 'Another step has this name.'
    : /^[\w-]{1,64}$/.test(name) || name === state.name
      ? undefined
      : 'Letters, digits, _ and - only.'
  const commit = () => {
    if (error !== undefined || name === state.name) return
    change((now) => renameState(now, state.name, name))
    select([name])
  }
  return (
    <Field label="Name" error={error}>
      {(control) => (
        <Input
          {...control}
          value={name}
          readOnly={readOnly !== undefined}
          onChange={({ target }) => setName(target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      )}
    </Field>
  )
}
