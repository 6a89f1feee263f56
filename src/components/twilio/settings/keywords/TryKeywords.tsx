import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { testKeywords } from '@/hooks/api/keywords'
import { ErrorNotice } from '../../ErrorNotice'
import { verdictWords } from './keyword-words'

/** Which rule would answer this text now, and what each other says. Nothing is sent. */
export function TryKeywords() {
  const [body, setBody] = useState('')
  const trial = useMutation({ mutationFn: testKeywords })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    trial.mutate(body)
  }
  return (
    <Card title="Try it">
      <div className="grid gap-3 p-4">
        <form className="flex items-end gap-2" onSubmit={submit}>
          <div className="min-w-0 flex-1">
            <Field label="If somebody texts">
              {(control) => (
                <Input {...control} value={body} maxLength={1600} onChange={(event) => setBody(event.target.value)} />
              )}
            </Field>
          </div>
          <Button
            type="submit"
            busy={trial.isPending}
            disabledReason={body.trim() === '' ? 'Write a text first.' : undefined}
          >
            Try
          </Button>
        </form>
        {trial.error && <ErrorNotice error={trial.error} what="It could not be tried." />}
        {trial.data && (
          <output className="grid gap-2">
            <p className="break-words font-medium">{trial.data.sentence}</p>
            <ul className="grid gap-1 text-sm text-ink-soft">
              {trial.data.considered.map(({ keywordId, name, verdict }) => (
                <li key={keywordId} className="flex flex-wrap items-center gap-2">
                  <Badge tone={keywordId === trial.data.keywordId ? 'positive' : 'neutral'}>{name}</Badge>
                  {verdictWords[verdict]}
                </li>
              ))}
            </ul>
          </output>
        )}
      </div>
    </Card>
  )
}
