import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useSaveContact } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import type { Contact } from '@/shared/schemas/contact'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { parsePhoneNumber } from '../format/parse-phone-number'
import { textOf } from '../text-of'
import { AddressFields } from './AddressFields'
import { tagsOf, TagsField } from './TagsField'

type ContactFormProps = { contact: Contact | { phoneNumber: string }; onClose: () => void }

const zones = Intl.supportedValuesOf('timeZone')

/** A contact beside the page: a new one, or one to change. */
export function ContactForm({ contact, onClose }: ContactFormProps) {
  const existing = 'id' in contact ? contact : null
  const save = useSaveContact(existing)
  const forbidden = useForbidden()
  const [badNumber, setBadNumber] = useState(false)
  const [tags, setTags] = useState(existing?.tags ?? [])
  const [tag, setTag] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const phoneNumber = parsePhoneNumber(textOf(form, 'phoneNumber'))
    setBadNumber(!phoneNumber)
    if (!phoneNumber) return
    const optional = (name: string) => textOf(form, name).trim() || null
    const input = {
      phoneNumber,
      name: textOf(form, 'name'),
      timeZone: optional('timeZone'),
      externalId: optional('externalId'),
      email: optional('email'),
      addressRegion: optional('addressRegion'),
      addressPostalCode: optional('addressPostalCode'),
      addressCountry: optional('addressCountry'),
      tags: [...new Set([...tags, ...tagsOf(tag)])],
    }
    save.mutate(input, {
      onSuccess: (saved) => {
        showToast(`${saved.name} is saved.`)
        onClose()
      },
    })
  }
  return (
    <Dialog open shape="panel" onClose={onClose} title={existing ? 'Contact' : 'New contact'}>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => <Input {...control} name="name" required maxLength={200} defaultValue={existing?.name ?? ''} />}
        </Field>
        <Field
          label="Number"
          error={badNumber ? 'Write a whole number, such as (415) 555-0123 or +44 20 7946 0018.' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              name="phoneNumber"
              type="tel"
              required
              defaultValue={contact.phoneNumber && formatPhoneNumber(contact.phoneNumber)}
            />
          )}
        </Field>
        <Field label="E-mail">
          {(control) => (
            <Input {...control} name="email" type="email" maxLength={254} defaultValue={existing?.email ?? ''} />
          )}
        </Field>
        <TagsField tags={tags} typed={tag} onTags={setTags} onTyped={setTag} />
        <AddressFields contact={existing} />
        <Field label="Time zone" hint="Shows their local time before you call.">
          {(control) => (
            <Select {...control} name="timeZone" defaultValue={existing?.timeZone ?? ''}>
              <option value="">Not known</option>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Record in EVA" hint="The id of the candidate’s or client’s record, if there is one.">
          {(control) => (
            <Input {...control} name="externalId" maxLength={200} defaultValue={existing?.externalId ?? ''} />
          )}
        </Field>
        {save.error && <ErrorNotice error={save.error} what="The contact was not saved." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabledReason={forbidden('contacts.write')}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
