import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Contact } from '@/shared/schemas/contact'

/** Where they live: it tells when it is night there. */
export function AddressFields({ contact }: { contact: Contact | null }) {
  return (
    <div className="grid grid-cols-[1fr_1fr_5rem] gap-3">
      <Field label="State">
        {(control) => (
          <Input {...control} name="addressRegion" maxLength={100} defaultValue={contact?.addressRegion ?? ''} />
        )}
      </Field>
      <Field label="Postal code">
        {(control) => (
          <Input {...control} name="addressPostalCode" maxLength={20} defaultValue={contact?.addressPostalCode ?? ''} />
        )}
      </Field>
      <Field label="Country">
        {(control) => (
          <Input
            {...control}
            name="addressCountry"
            maxLength={2}
            pattern="[A-Za-z]{2}"
            title="Two letters, such as US"
            placeholder="US"
            className="uppercase placeholder:text-ink-faint"
            defaultValue={contact?.addressCountry ?? ''}
          />
        )}
      </Field>
    </div>
  )
}
