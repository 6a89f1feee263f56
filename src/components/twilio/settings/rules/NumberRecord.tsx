import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { exportAddress, listConsents, listVerdicts } from '@/hooks/api/permission'
import { queryKeys } from '@/hooks/query-keys'
import type { KeptVerdict } from '@/shared/schemas/permission'
import { ErrorNotice } from '../../ErrorNotice'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { parsePhoneNumber } from '../../format/parse-phone-number'
import { Time } from '../../Time'
import { RecordConsent } from './RecordConsent'

const words: Record<KeptVerdict['verdict'], { word: string; tone: Tone }> = {
  allowed: { word: 'Allowed', tone: 'positive' },
  held: { word: 'Held', tone: 'caution' },
  refused: { word: 'Not permitted', tone: 'negative' },
}

/** Everything about one number: what they agreed to, what was decided and why; to look at and to take along. */
export function NumberRecord() {
  const [typed, setTyped] = useState('')
  const [phoneNumber, setPhoneNumber] = useState<string | null>(null)
  const [isBad, setBad] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = parsePhoneNumber(typed)
    setBad(parsed === null)
    setPhoneNumber(parsed)
  }
  return (
    <Card title="One person’s record" className="mt-6">
      <div className="grid gap-4 p-4">
        <form className="flex flex-wrap items-end gap-2" onSubmit={submit}>
          <Field label="Their number" error={isBad ? 'Write a whole number, such as (415) 555-0123.' : undefined}>
            {(control) => (
              <Input
                {...control}
                type="tel"
                className="w-56"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit">Show</Button>
        </form>
        {phoneNumber && <Record key={phoneNumber} phoneNumber={phoneNumber} />}
      </div>
    </Card>
  )
}

function Record({ phoneNumber }: { phoneNumber: string }) {
  const verdicts = useQuery({
    queryKey: queryKeys.verdicts(phoneNumber),
    queryFn: ({ signal }) => listVerdicts(phoneNumber, signal),
  })
  const consents = useQuery({
    queryKey: queryKeys.consents(phoneNumber),
    queryFn: ({ signal }) => listConsents(phoneNumber, signal),
  })
  const error = verdicts.error ?? consents.error
  if (error) return <ErrorNotice error={error} what="The record could not be read." />
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="mr-auto font-semibold tabular">{formatPhoneNumber(phoneNumber)}</h3>
        <Button asChild size="small">
          <a href={exportAddress(phoneNumber)} download>
            <Download aria-hidden /> Save everything
          </a>
        </Button>
      </div>
      <section aria-label="Consents">
        <h4 className="text-sm font-semibold">Consents</h4>
        {consents.data?.items.length === 0 && <p className="text-ink-faint">None on record.</p>}
        <ul className="mt-1 grid gap-1.5">
          {consents.data?.items.map((consent) => (
            <li key={consent.id}>
              <Badge tone={consent.kind === 'granted' ? 'positive' : 'negative'}>
                {consent.kind === 'granted' ? 'Agreed' : 'Taken back'}
              </Badge>{' '}
              <q>{consent.words}</q>{' '}
              <span className="text-sm text-ink-faint">
                {consent.medium === 'any' ? 'texts and calls' : consent.medium === 'message' ? 'texts' : 'calls'} ·{' '}
                {consent.source.replace('_', ' ')} · <Time at={consent.occurredAt} />
              </span>
            </li>
          ))}
        </ul>
        <RecordConsent phoneNumber={phoneNumber} />
      </section>
      <section aria-label="Verdicts">
        <h4 className="text-sm font-semibold">What was decided</h4>
        {verdicts.data?.items.length === 0 && <p className="text-ink-faint">Nothing was sent to them yet.</p>}
        <ul className="mt-1 grid gap-1.5">
          {verdicts.data?.items.map((verdict) => (
            <li key={verdict.id} className="flex flex-wrap items-baseline gap-x-2">
              <Badge tone={words[verdict.verdict].tone}>{words[verdict.verdict].word}</Badge>
              <span>
                {verdict.medium === 'message' ? 'Text' : 'Call'}, {verdict.purpose.replace('_', ' ')}
              </span>
              <Time at={verdict.at} className="text-sm text-ink-faint tabular" />
              <span className="w-full text-sm text-ink-soft">
                {[verdict.reason, ...verdict.warnings.map((warning) => warning.reason)].filter(Boolean).join(' ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
