import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { parsePhoneNumber } from '../../format/parse-phone-number'

type PhoneFieldProps = {
  label: string
  hint?: string
  value: string | null
  required?: boolean
  readOnly: boolean
  /** A whole number, or null where nothing is written. */
  onChange: (phoneNumber: string | null) => void
}

/** A number as people write it. What is no whole number keeps the form from being sent. */
export function PhoneField({ label, hint, value, required = false, readOnly, onChange }: PhoneFieldProps) {
  const [text, setText] = useState(value === null ? '' : formatPhoneNumber(value))
  const [left, setLeft] = useState(false)
  const isBad = text.trim() !== '' && parsePhoneNumber(text) === null
  const complaint = 'Write a whole number, such as (415) 555-0123.'
  return (
    <Field label={label} hint={hint} error={left && isBad ? complaint : undefined}>
      {(control) => (
        <Input
          {...control}
          ref={(input) => input?.setCustomValidity(isBad ? complaint : '')}
          type="tel"
          required={required}
          readOnly={readOnly}
          className="tabular"
          value={text}
          onBlur={() => setLeft(true)}
          onChange={({ target }) => {
            setText(target.value)
            onChange(parsePhoneNumber(target.value))
          }}
        />
      )}
    </Field>
  )
}
