import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/show-toast'
import { previewPermissionRules, savePermissionRules } from '@/hooks/api/permission'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { predicateOf, sayIssue } from '@/shared/say-issue'
import { PermissionRules } from '@/shared/schemas/permission-rules'
import { ErrorNotice } from '../../ErrorNotice'
import { ConsentRules } from './ConsentRules'
import { HoursRules } from './HoursRules'
import { LimitRules } from './LimitRules'
import { PlaceRules } from './PlaceRules'
import { RulesChange } from './RulesChange'

export type RulesSection = {
  rules: PermissionRules
  readOnly: boolean
  onChange: (change: Partial<PermissionRules>) => void
}

/** The rules as a form; a change can be tried on the past before it is saved. */
export function RulesForm({ version, saved }: { version: number; saved: PermissionRules }) {
  const client = useQueryClient()
  const forbidden = useForbidden()
  const [rules, setRules] = useState(saved)
  const [problem, setProblem] = useState<string | null>(null)
  const preview = useMutation({ mutationFn: previewPermissionRules })
  const save = useMutation({
    mutationFn: savePermissionRules,
    onSuccess: (answer) => {
      showToast('The rules are in force.')
      client.setQueryData(queryKeys.permissionRules, answer)
    },
  })
  const reason = forbidden('permission_rules.write') ?? (rules === saved ? 'Nothing is changed yet.' : undefined)
  const section: RulesSection = {
    rules,
    readOnly: forbidden('permission_rules.write') !== undefined,
    onChange: (change) => {
      setRules({ ...rules, ...change })
      setProblem(null)
      preview.reset()
    },
  }
  const checked = () => {
    const parsed = PermissionRules.safeParse(rules, { error: predicateOf })
    const issue = parsed.error?.issues[0]
    setProblem(issue ? sayIssue(issue) : null)
    return parsed.data
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const valid = checked()
    if (valid && !reason) save.mutate({ basedOn: version, rules: valid })
  }
  const tryOut = () => {
    const valid = checked()
    if (valid) preview.mutate({ rules: valid })
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <HoursRules {...section} />
      <PlaceRules {...section} />
      <ConsentRules {...section} />
      <LimitRules {...section} />
      {problem && (
        <p role="alert" className="rounded-lg bg-negative-soft p-3">
          {problem}
        </p>
      )}
      {save.error && <ErrorNotice error={save.error} what="The rules were not saved." />}
      {preview.error && <ErrorNotice error={preview.error} what="It could not be tried out." />}
      {preview.data && <RulesChange preview={preview.data} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto text-sm text-ink-faint">
          {version === 0 ? 'The careful defaults; nobody has changed them.' : `Version ${version}.`}
        </p>
        <Button busy={preview.isPending} disabledReason={reason} onClick={tryOut}>
          What would change?
        </Button>
        <Button type="submit" variant="primary" busy={save.isPending} disabledReason={reason}>
          Save
        </Button>
      </div>
    </form>
  )
}
