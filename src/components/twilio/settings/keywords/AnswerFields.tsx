import { useQuery } from '@tanstack/react-query'
import { Field } from '@/components/ui/field'
import { Select, Textarea } from '@/components/ui/input'
import { listStartableFlows } from '@/hooks/api/keywords'
import { itemsOf } from '@/hooks/cache/pages'
import { queryKeys } from '@/hooks/query-keys'
import { useTemplates } from '@/hooks/useTemplates'
import type { Keyword } from '@/shared/schemas/keyword'

type AnswerFieldsProps = { rule: Keyword | null; errorOf: (path: string) => string | undefined }

/** What a rule says: words of its own, a template, or the beginning of a flow. */
export function AnswerFields({ rule, errorOf }: AnswerFieldsProps) {
  const templates = itemsOf(useTemplates().data)
  const { data: flows = [] } = useQuery({
    queryKey: queryKeys.startableFlows,
    queryFn: ({ signal }) => listStartableFlows(signal),
  })
  return (
    <>
      <Field label="Reply" hint="Empty: no reply in these words." error={errorOf('replyBody')}>
        {(control) => (
          <Textarea {...control} name="replyBody" rows={3} maxLength={1600} defaultValue={rule?.replyBody ?? ''} />
        )}
      </Field>
      <Field
        label="Or a template"
        hint="Filled for each person; where something is missing, nothing is sent."
        error={errorOf('replyTemplateId')}
      >
        {(control) => (
          <Choice
            control={control}
            name="replyTemplateId"
            chosen={rule?.replyTemplateId ?? null}
            none="no template"
            gone="a template that was put away"
            options={templates}
          />
        )}
      </Field>
      <Field
        label="Start a flow"
        hint="It takes the text in place of the number’s own flow. Only published ones."
        error={errorOf('flowId')}
      >
        {(control) => (
          <Choice
            control={control}
            name="flowId"
            chosen={rule?.flowId ?? null}
            none="no flow"
            gone="a flow that is not published"
            options={flows}
          />
        )}
      </Field>
    </>
  )
}

type ChoiceProps = {
  control: { id: string }
  name: string
  chosen: string | null
  none: string
  /** What stands for the chosen one when it is no longer offered. */
  gone: string
  options: readonly { id: string; name: string }[]
}

function Choice({ control, name, chosen, none, gone, options }: ChoiceProps) {
  const isGone = chosen !== null && !options.some((option) => option.id === chosen)
  return (
    <Select key={options.length} {...control} name={name} defaultValue={chosen ?? ''}>
      <option value="">{none}</option>
      {isGone && <option value={chosen}>{gone}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </Select>
  )
}
