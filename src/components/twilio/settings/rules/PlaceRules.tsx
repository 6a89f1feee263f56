import { ChevronRight, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Input } from '@/components/ui/input'
import type { Hours, PlaceHours } from '@/shared/schemas/permission-rules'
import { Check } from './Check'
import { HoursFields } from './HoursFields'
import type { RulesSection } from './RulesForm'

/** States and countries with narrower hours; each opens to be changed. */
export function PlaceRules({ rules, readOnly, onChange }: RulesSection) {
  const [name, setName] = useState('')
  const places = rules.places
  const replace = (index: number, place: PlaceHours) => onChange({ places: places.with(index, place) })
  const wanted = name.trim().toUpperCase()
  const isPlace = /^[A-Z]{2}(?:-[A-Z]{2})?$/.test(wanted)
  const add = () => {
    const { weekday, saturday, sunday } = rules.hours
    onChange({ places: [...places, { place: wanted, weekday, saturday, sunday, quietOnHolidays: false }] })
    setName('')
  }
  return (
    <Card title="Stricter places">
      <div className="grid gap-3 p-4">
        <p className="text-ink-soft">
          They only ever narrow the hours above. What is listed at first is a careful reading of state laws on sales
          calls.
        </p>
        <ul aria-label="Places" className="divide-y rounded-md border">
          {places.map((place, index) => (
            <li key={place.place}>
              <details className="group">
                <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 px-3 py-2 hover:bg-hover">
                  <ChevronRight
                    aria-hidden
                    className="size-4 text-ink-faint transition-transform group-open:rotate-90"
                  />
                  <span className="w-36 font-medium">{nameOf(place.place)}</span>
                  <span className="text-ink-soft tabular">{inShort(place)}</span>
                </summary>
                <div className="grid gap-2 px-3 pt-1 pb-3">
                  {(['weekday', 'saturday', 'sunday'] as const).map((day) => (
                    <HoursFields
                      key={day}
                      label={`${day.slice(0, 1).toUpperCase()}${day.slice(1)}s`}
                      value={place[day]}
                      readOnly={readOnly}
                      onChange={(value) => replace(index, { ...place, [day]: value })}
                    />
                  ))}
                  <Check
                    checked={place.quietOnHolidays}
                    readOnly={readOnly}
                    onChange={(quietOnHolidays) => replace(index, { ...place, quietOnHolidays })}
                  >
                    Quiet on holidays there, whatever is said above
                  </Check>
                  {!readOnly && (
                    <Button
                      size="small"
                      className="justify-self-start"
                      onClick={() => onChange({ places: places.toSpliced(index, 1) })}
                    >
                      <Trash2 aria-hidden /> Remove {nameOf(place.place)}
                    </Button>
                  )}
                </div>
              </details>
            </li>
          ))}
        </ul>
        {!readOnly && (
          <div className="flex flex-wrap items-center gap-2">
            <Input
              aria-label="Place to add"
              placeholder="US-FL or GB"
              className="w-32"
              maxLength={5}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button
              onClick={add}
              disabledReason={
                places.some(({ place }) => place === wanted)
                  ? 'It is in the list already.'
                  : isPlace
                    ? undefined
                    : 'Write a country such as GB, or a state such as US-FL.'
              }
            >
              <Plus aria-hidden /> Add a place
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

const regions = new Intl.DisplayNames('en', { type: 'region' })

/** 'US-FL' as it stands, with its country's name before it when that is not the USA. */
function nameOf(place: string) {
  const [country = '', state] = place.split('-')
  if (state === undefined) return regions.of(country) ?? country
  return country === 'US' ? `${state}, USA` : `${state}, ${regions.of(country) ?? country}`
}

function inShort({ weekday, saturday, sunday }: PlaceHours) {
  const parts = [`Weekdays ${span(weekday)}`]
  if (span(saturday) !== span(weekday)) parts.push(`Sat ${span(saturday)}`)
  if (span(sunday) !== span(weekday)) parts.push(`Sun ${span(sunday)}`)
  return parts.length === 1 ? `Daily ${span(weekday)}` : parts.join(' · ')
}

function span(hours: Hours | null) {
  return hours ? `${hours.from}–${hours.to}` : 'closed'
}
