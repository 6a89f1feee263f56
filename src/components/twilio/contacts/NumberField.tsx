import { useId } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { itemsOf } from '@/hooks/cache/pages'
import { useSettled } from '@/hooks/use-settled'
import { useContactOf, useContacts } from '@/hooks/useContacts'
import { formatPhoneNumber } from '../format/format-phone-number'
import { parsePhoneNumber } from '../format/parse-phone-number'

/** What a button says that needs a number first. */
export const noNumberYet = 'Write a whole number first, such as (415) 555-0123.'

type NumberFieldProps = {
  label: string
  hint: string
  value: string
  onChange: (typed: string) => void
}

/** Whom to ring: a number as people write it, or the name of a contact, of whom those that fit are offered. Says whose a whole number is. */
export function NumberField({ label, hint, value, onChange }: NumberFieldProps) {
  const listId = useId()
  const phoneNumber = parsePhoneNumber(value)
  const { data: contact } = useContactOf(phoneNumber)
  const term = useSettled(value.trim(), 150)
  const { data } = useContacts({ q: term }, phoneNumber === null && term !== '')
  const offered = phoneNumber === null ? itemsOf(data).slice(0, 8) : []
  return (
    <Field label={label} hint={contact?.name ?? hint}>
      {(control) => (
        <>
          <Input
            {...control}
            list={listId}
            autoComplete="off"
            placeholder="Name or number"
            className="tabular"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={listId}>
            {offered.map(({ id, name, phoneNumber: theirs }) => (
              <option key={id} value={formatPhoneNumber(theirs)}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
