import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { recordConsent } from '@/hooks/api/permission'
import { queryKeys } from '@/hooks/query-keys'
import { useActionKey } from '@/hooks/use-action-key'
import { useForbidden } from '@/hooks/useMe'
import { consentSources } from '@/shared/schemas/consent'
import { ErrorNotice } from '../../ErrorNotice'

/** Writes down that somebody agreed, or took it back, in their words. It stays for good. */
export function RecordConsent({ phoneNumber }: { phoneNumber: string }) {
  const client = useQueryClient()
  const forbidden = useForbidden()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<'granted' | 'revoked'>('granted')
  const [source, setSource] = useState<(typeof consentSources)[number]>('spoken')
  const key = useActionKey(`${phoneNumber} ${kind} ${source} ${words}`)
  const record = useMutation({
    mutationFn: () => recordConsent({ phoneNumber, kind, source, words, medium: 'any' }, key.current()),
    onSuccess: () => {
      key.renew()
      setWords('')
      showToast('Written down.')
      return client.invalidateQueries({ queryKey: queryKeys.consents(phoneNumber) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!record.isPending) record.mutate()
  }
  return (
    <form className="mt-3 flex flex-wrap items-end gap-2" onSubmit={submit}>
      <Field label="They">
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={(event) => setKind(event.target.value === 'granted' ? 'granted' : 'revoked')}
          >
            <option value="granted">agreed</option>
            <option value="revoked">took it back</option>
          </Select>
        )}
      </Field>
      <Field label="How">
        {(control) => (
          <Select
            {...control}
            value={source}
            onChange={(event) => setSource(consentSources.find((one) => one === event.target.value) ?? 'other')}
          >
            {consentSources.map((one) => (
              <option key={one} value={one}>
                {one.replace('_', ' ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="min-w-48 flex-1">
        <Field label="In these words">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={2000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" busy={record.isPending} disabledReason={forbidden('consents.write')}>
        Write down
      </Button>
      {record.error && <ErrorNotice error={record.error} what="It was not written down." className="w-full" />}
    </form>
  )
}
