import type { Phone } from '../api/schemas.ts'
import { LabelledSelect } from '../parts/labelled-select.tsx'

interface Props {
  value: Phone['timeZone']
  onChange: (timeZone: string | null) => void
}

/** Where the person at the other end lives, so that nobody calls at night. */
export const TimeZoneChoice = ({ value, onChange }: Props) => (
  <LabelledSelect
    label="Time zone of this person"
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
  >
    <option value="">Not known</option>
    {Intl.supportedValuesOf('timeZone').map((zone) => (
      <option key={zone} value={zone}>
        {zone.replaceAll('_', ' ')}
      </option>
    ))}
  </LabelledSelect>
)
