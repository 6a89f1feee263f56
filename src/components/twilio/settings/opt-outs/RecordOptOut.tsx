import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select, Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { recordOptOut } from '@/hooks/api/opt-outs'
import { queryKeys } from '@/hooks/query-keys'
import { useActionKey } from '@/hooks/use-action-key'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../../ErrorNotice'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { parsePhoneNumber } from '../../format/parse-phone-number'

/** Writes down that somebody wants no more texts, or agreed to them again in these words. It stays for good. */
export function RecordOptOut({ phoneNumber = '', onClose }: { phoneNumber?: string; onClose: () => void }) {
  const client = useQueryClient()
  const reason = useForbidden()('opt_outs.write')
  const [typed, setTyped] = useState(phoneNumber && formatPhoneNumber(phoneNumber))
  const [kind, setKind] = useState<'opted_out' | 'opted_in'>('opted_out')
  const [words, setWords] = useState('')
  const [isBad, setBad] = useState(false)
  const key = useActionKey(`${typed} ${kind} ${words}`)
  const record = useMutation({
    mutationFn: (number: string) =>
      recordOptOut({ phoneNumber: number, kind, ...(words.trim() && { words }) }, key.current()),
    onSuccess: async () => {
      showToast(kind === 'opted_out' ? 'Opted out. No more texts go there.' : 'Opted in again.')
      onClose()
      await client.invalidateQueries({ queryKey: queryKeys.optOuts })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const number = parsePhoneNumber(typed)
    setBad(number === null)
    if (number !== null && !reason && !record.isPending) record.mutate(number)
  }
  return (
    <Dialog open onClose={onClose} title="Write down an opt-out" description="Entries are never changed or deleted.">
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Number" error={isBad ? 'Write a whole number, such as (415) 555-0123.' : undefined}>
          {(control) => (
            <Input {...control} type="tel" required value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        <Field label="They">
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(event) => setKind(event.target.value === 'opted_in' ? 'opted_in' : 'opted_out')}
            >
              <option value="opted_out">want no more texts</option>
              <option value="opted_in">agreed to texts again</option>
            </Select>
          )}
        </Field>
        <Field
          label="In these words"
          hint={kind === 'opted_in' ? 'Needed: it is the evidence that they agreed.' : 'If you have them.'}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              required={kind === 'opted_in'}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        {record.error && <ErrorNotice error={record.error} what="It was not written down." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={record.isPending} disabledReason={reason}>
            Write down
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
