import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { saveCallSettings } from '@/hooks/api/call-settings'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { CallSettings } from '@/shared/schemas/call-settings'
import { SaveRow } from '../SaveRow'
import { RetryFields } from './RetryFields'

/** The settings of calls as a form; saved together. */
export function CallSettingsForm({ version, saved }: { version: number; saved: CallSettings }) {
  const client = useQueryClient()
  const forbidden = useForbidden()
  const [settings, setSettings] = useState(saved)
  const [words, setWords] = useState(saved.dispositions.join('\n'))
  const [problem, setProblem] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: saveCallSettings,
    onSuccess: (answer) => {
      showToast('The settings are in force.')
      client.setQueryData(queryKeys.callSettings, answer)
    },
  })
  const denied = forbidden('call_settings.write')
  const readOnly = denied !== undefined
  const isSame = settings === saved && words === saved.dispositions.join('\n')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const dispositions = words
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const parsed = CallSettings.safeParse({ ...settings, dispositions })
    setProblem(parsed.error?.issues[0]?.message ?? null)
    if (parsed.data && !denied) save.mutate({ basedOn: version, settings: parsed.data })
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Card title="Calls that reached nobody">
        <RetryFields
          policy={settings.retry}
          readOnly={denied}
          onChange={(change) => setSettings({ ...settings, retry: { ...settings.retry, ...change } })}
        />
      </Card>
      <Card title="What a call came to">
        <div className="p-4">
          <Field label="Offered after each call, one on a line" hint="Any other words can be written too.">
            {(control) => (
              <Textarea
                {...control}
                rows={9}
                readOnly={readOnly}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
        </div>
      </Card>
      <SaveRow
        problem={problem}
        error={save.error}
        notSaved="The settings were not saved."
        version={version}
        untouched="Nobody has changed these yet."
        busy={save.isPending}
        disabledReason={denied ?? (isSame ? 'Nothing is changed yet.' : undefined)}
      />
    </form>
  )
}
