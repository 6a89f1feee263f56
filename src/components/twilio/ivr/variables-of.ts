import type { FlowDefinition } from '@/shared/ivr/definition'
import { isWidgetType } from '@/shared/ivr/widgets'
import { widgetForms } from './widget-forms'

export type VariableGroup = { label: string; variables: string[] }

/** What a step may write in double braces. */
export function variablesOf(definition: FlowDefinition, here: string): VariableGroup[] {
  const set = definition.states.flatMap(({ type, properties }) => {
    const rows: unknown = type === 'set-variables' ? properties.variables : []
    return Array.isArray(rows)
      ? rows.flatMap((row: unknown) =>
          typeof row === 'object' && row !== null && 'key' in row && typeof row.key === 'string' ? [row.key] : [],
        )
      : []
  })
  const outputs = definition.states.flatMap(({ name, type }) =>
    name !== here && isWidgetType(type) ? widgetForms[type].outputs.map((output) => `widgets.${name}.${output}`) : [],
  )
  const groups = [
    {
      label: 'Who calls or texts',
      variables: ['trigger.call.From', 'trigger.call.To', 'trigger.message.From', 'trigger.message.Body'],
    },
    { label: 'Contact', variables: ['contact.channel.address', 'contact.first_name', 'contact.name'] },
    { label: 'Steps', variables: outputs },
    { label: 'Variables', variables: [...new Set(set)].map((key) => `flow.variables.${key}`) },
  ]
  return groups.filter(({ variables }) => variables.length > 0)
}
