import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { showToast } from '@/components/ui/show-toast'
import { saveRecordingRules } from '@/hooks/api/recording-rules'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { RecordingRules, type RecordingRule } from '@/shared/schemas/recording-rules'
import { NumberField } from '../rules/NumberField'
import { SaveRow } from '../SaveRow'
import { NoticeField } from './NoticeField'
import { RuleFields } from './RuleFields'

const usualNotice = 'This call may be recorded.'

/** The rules in their order, as a form; saved together. */
export function RecordingRulesForm({ version, saved }: { version: number; saved: RecordingRules }) {
  const client = useQueryClient()
  const forbidden = useForbidden()
  const [rules, setRules] = useState(saved)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: saveRecordingRules,
    onSuccess: (answer) => {
      showToast('The rules are in force.')
      client.setQueryData(queryKeys.recordingRules, answer)
    },
  })
  const denied = forbidden('recording_rules.write')
  const readOnly = denied !== undefined
  const change = (part: Partial<RecordingRules>) => {
    setRules({ ...rules, ...part })
    setProblem(null)
  }
  const replace = (index: number, rule: RecordingRule) => change({ rules: rules.rules.with(index, rule) })
  const move = (index: number, by: number) => {
    const moved = rules.rules[index]
    if (moved) change({ rules: rules.rules.toSpliced(index, 1).toSpliced(index + by, 0, moved) })
  }
  const add = () => change({ rules: [...rules.rules, newRule()] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = RecordingRules.safeParse(rules)
    setProblem(parsed.error?.issues[0]?.message ?? null)
    if (parsed.data && !denied) save.mutate({ basedOn: version, rules: parsed.data })
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      {rules.rules.length === 0 && (
        <p className="rounded-lg border border-dashed border-line-strong p-4 text-ink-soft">
          No rules yet: no call is recorded by itself. Voicemails always are.
        </p>
      )}
      <ol aria-label="Rules" className="grid gap-3">
        {rules.rules.map((rule, index) => (
          <RuleFields
            key={rule.id}
            rule={rule}
            number={index + 1}
            isLast={index === rules.rules.length - 1}
            readOnly={readOnly}
            usualNotice={usualNotice}
            onChange={(changed) => replace(index, changed)}
            onMove={(by) => move(index, by)}
            onRemove={() => change({ rules: rules.rules.toSpliced(index, 1) })}
          />
        ))}
      </ol>
      {!readOnly && (
        <Button className="justify-self-start" onClick={add}>
          <Plus aria-hidden /> Add a rule
        </Button>
      )}
      <Card title="Recording started during a call">
        <div className="p-4">
          <NoticeField
            label="When somebody starts a recording, the other party hears"
            value={rules.onDemandNotice}
            usual={usualNotice}
            readOnly={readOnly}
            without="Nothing is said. Whoever starts one must confirm that they told the other party."
            onChange={(onDemandNotice) => change({ onDemandNotice })}
          />
        </div>
      </Card>
      <Card title="Recording that is asked for beforehand">
        <div className="p-4">
          <NoticeField
            label="Before a call placed with “record”, or a step of a flow, records them, they hear"
            value={rules.requestedNotice}
            usual={usualNotice}
            readOnly={readOnly}
            without="Nothing is said. Flows that record, and programs that place calls to be recorded, must see to it themselves that everybody who must know does."
            onChange={(requestedNotice) => change({ requestedNotice })}
          />
        </div>
      </Card>
      <Card title="How long recordings are kept">
        <div className="grid gap-3 p-4 sm:grid-cols-2">
          <NumberField
            label="Delete them after so many days"
            hint="Empty: never, until somebody deletes them."
            value={rules.keepDays}
            readOnly={readOnly}
            optional
            onChange={(keepDays) => change({ keepDays })}
          />
          <p className="self-center text-sm text-ink-soft">
            Voicemails too, here and at Twilio, for good. That there was a recording stays on its call and in the audit
            log.
          </p>
        </div>
      </Card>
      <SaveRow
        problem={problem}
        error={save.error}
        notSaved="The rules were not saved."
        version={version}
        untouched="Nobody has made rules yet."
        busy={save.isPending}
        disabledReason={denied ?? (rules === saved ? 'Nothing is changed yet.' : undefined)}
      />
    </form>
  )
}

function newRule(): RecordingRule {
  return {
    id: crypto.randomUUID(),
    direction: null,
    ourNumber: null,
    flowId: null,
    personId: null,
    record: true,
    notice: usualNotice,
  }
}
