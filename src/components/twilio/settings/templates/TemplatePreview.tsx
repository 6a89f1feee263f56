import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { itemsOf } from '@/hooks/cache/pages'
import { useSettled } from '@/hooks/use-settled'
import { useContacts } from '@/hooks/useContacts'
import { useTextPreview } from '@/hooks/useTemplates'
import type { Contact } from '@/shared/schemas/contact'
import { errorSentence } from '../../error-sentence'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { missingSentence } from './variable-words'

type TemplatePreviewProps = {
  body: string
  /** Names of the template’s own variables, which are filled in here to try it. */
  own: readonly string[]
}

const labelOf = (contact: Contact) => `${contact.name} · ${formatPhoneNumber(contact.phoneNumber)}`

/** What a real contact would read, while the words are written. */
export function TemplatePreview({ body, own }: TemplatePreviewProps) {
  const [typed, setTyped] = useState('')
  const [values, setValues] = useState<Record<string, string>>({})
  const q = useSettled(typed.split(' · ')[0]?.trim() ?? '', 200)
  const contacts = itemsOf(useContacts(q === '' ? {} : { q }).data)
  const contact = contacts.find((one) => labelOf(one) === typed) ?? contacts[0]
  const variables = Object.fromEntries(own.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))
  const { data, error } = useTextPreview({ body, variables, ...(contact && { to: contact.phoneNumber }) })
  const sentence = missingSentence(data?.missing ?? [])
  return (
    <section aria-label="Preview" className="grid gap-3 rounded-lg bg-sunken p-3">
      <Field label="As it reaches" hint={contact ? undefined : 'Nobody of that name is in the contacts.'}>
        {(control) => (
          <>
            <Input
              {...control}
              list={`${control.id}-contacts`}
              placeholder={contact ? labelOf(contact) : 'A contact’s name'}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <datalist id={`${control.id}-contacts`}>
              {contacts.slice(0, 20).map((one) => (
                <option key={one.id} value={labelOf(one)}>
                  {labelOf(one)}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      {own.length > 0 && (
        <div className="grid gap-3 sm:grid-cols-2">
          {own.map((name) => (
            <Field key={name} label={name}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={1600}
                  value={values[name] ?? ''}
                  onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <output className="grid gap-1.5">
        {body.trim() === '' && <p className="text-sm text-ink-faint">Write the words; here stands what is read.</p>}
        {body.trim() !== '' && error && <p className="text-sm text-negative">{errorSentence(error)}</p>}
        {body.trim() !== '' && !error && data && (
          <>
            <p className="w-fit max-w-full rounded-xl bg-accent-soft px-3 py-2 break-words whitespace-pre-wrap text-ink">
              {data.body}
            </p>
            <p className="text-xs text-ink-soft tabular">
              {data.body.length} characters · {data.segments} {data.segments === 1 ? 'segment' : 'segments'}
            </p>
            {sentence && <p className="text-sm text-caution">{sentence}</p>}
          </>
        )}
      </output>
    </section>
  )
}
