import { z } from 'zod'
import { BusinessHoursFields } from '../../hours/BusinessHoursFields'
import { useEditor } from '../editor'
import { type PropertyProps, wordsOf } from './property-props'

const Hours = z.array(z.looseObject({ days: z.array(z.number()), from: z.string(), to: z.string() })).catch([])
const Days = z.array(z.string()).catch([])

/** The business hours of a step. */
export function HoursField({ state, error, onSet }: PropertyProps) {
  const { readOnly } = useEditor()
  const { time_zone: zone, hours, holidays } = state.properties
  return (
    <BusinessHoursFields
      value={{ time_zone: wordsOf(zone), hours: Hours.parse(hours ?? []), holidays: Days.parse(holidays ?? []) }}
      readOnly={readOnly}
      error={error}
      onChange={(change) => {
        for (const [key, value] of Object.entries(change)) onSet(key, value)
      }}
    />
  )
}
