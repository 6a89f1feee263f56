import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Check } from './Check'
import { HoursFields } from './HoursFields'
import { NumberField } from './NumberField'
import type { RulesSection } from './RulesForm'

const days = [
  ['weekday', 'Weekdays'],
  ['saturday', 'Saturdays'],
  ['sunday', 'Sundays'],
] as const

/** By the clock where the recipient is. Who writes by hand is only warned. */
export function HoursRules({ rules, readOnly, onChange }: RulesSection) {
  return (
    <Card title="Hours">
      <div className="grid gap-4 p-4">
        <p className="text-ink-soft">
          By the clock on the recipient’s wall. Their zone, address, postal code and area code are asked; where these
          disagree it must be a good hour in all of them. Campaigns, planned texts and automatic answers wait; who
          writes by hand is warned.
        </p>
        <div className="grid gap-2">
          {days.map(([day, label]) => (
            <HoursFields
              key={day}
              label={label}
              value={rules.hours[day]}
              readOnly={readOnly}
              onChange={(value) => onChange({ hours: { ...rules.hours, [day]: value } })}
            />
          ))}
        </div>
        <Check
          checked={rules.quietOnHolidays}
          readOnly={readOnly}
          onChange={(quietOnHolidays) => onChange({ quietOnHolidays })}
        >
          Nothing goes out by itself on holidays
        </Check>
        <Field label="Holidays" hint="One a line: 12-25 for every year, 2027-11-25 for one.">
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              readOnly={readOnly}
              className="tabular"
              value={rules.holidays.join('\n')}
              onChange={(event) => onChange({ holidays: event.target.value.split('\n').map((day) => day.trim()) })}
            />
          )}
        </Field>
        <div className="grid gap-4 md:grid-cols-2">
          <NumberField
            label="Answer at any hour within (minutes)"
            hint="An automatic answer to a text that just came: the person is awake."
            value={rules.promptMinutes}
            readOnly={readOnly}
            onChange={(promptMinutes) => onChange({ promptMinutes: promptMinutes ?? 0 })}
          />
          <NumberField
            label="Too late after (hours)"
            hint="What had to wait longer is not sent but shown to you. Texts that say “today” or “tomorrow”: at midnight there."
            value={rules.holdHours}
            readOnly={readOnly}
            onChange={(holdHours) => onChange({ holdHours: holdHours ?? 0 })}
          />
        </div>
      </div>
    </Card>
  )
}
