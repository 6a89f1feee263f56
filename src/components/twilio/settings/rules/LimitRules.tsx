import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { NumberField } from './NumberField'
import type { RulesSection } from './RulesForm'

/** How often, where to and for how much. Countries and money bind people as well. */
export function LimitRules({ rules, readOnly, onChange }: RulesSection) {
  const { perContact, countries, spend } = rules
  return (
    <Card title="Limits">
      <div className="grid gap-4 p-4 md:grid-cols-2">
        <NumberField
          label="Automatic messages to one person in a day"
          hint="Answers to their own texts do not count. Empty: no limit."
          optional
          value={perContact.day}
          readOnly={readOnly}
          onChange={(day) => onChange({ perContact: { ...perContact, day } })}
        />
        <NumberField
          label="And in a week"
          optional
          value={perContact.week}
          readOnly={readOnly}
          onChange={(week) => onChange({ perContact: { ...perContact, week } })}
        />
        {(['messages', 'calls'] as const).map((medium) => (
          <Field
            key={medium}
            label={medium === 'messages' ? 'Countries for texts' : 'Countries for calls'}
            hint="By two letters, such as US CA GB. Empty: only the country of the number it is sent from."
          >
            {(control) => (
              <Input
                {...control}
                readOnly={readOnly}
                defaultValue={countries[medium]?.join(' ') ?? ''}
                onChange={(event) =>
                  onChange({ countries: { ...countries, [medium]: parseCountries(event.target.value) } })
                }
              />
            )}
          </Field>
        ))}
        <NumberField
          label={`At most in a day (${spend.currency})`}
          hint="For everybody together, counted when it is permitted. Empty: no limit."
          optional
          step={0.01}
          value={spend.perDay}
          readOnly={readOnly}
          onChange={(perDay) => onChange({ spend: { ...spend, perDay } })}
        />
        <NumberField
          label={`At most in a month (${spend.currency})`}
          optional
          step={0.01}
          value={spend.perMonth}
          readOnly={readOnly}
          onChange={(perMonth) => onChange({ spend: { ...spend, perMonth } })}
        />
        <NumberField
          label={`Price of a text segment (${spend.currency})`}
          hint="With the carrier’s fee. See your Twilio bill."
          step={0.0001}
          value={spend.pricePerSegment}
          readOnly={readOnly}
          onChange={(price) => onChange({ spend: { ...spend, pricePerSegment: price ?? 0 } })}
        />
        <NumberField
          label={`Price of a minute of a call (${spend.currency})`}
          hint={`A call counts as ${spend.expectedCallMinutes} minutes when it is placed.`}
          step={0.0001}
          value={spend.pricePerCallMinute}
          readOnly={readOnly}
          onChange={(price) => onChange({ spend: { ...spend, pricePerCallMinute: price ?? 0 } })}
        />
      </div>
    </Card>
  )
}

function parseCountries(text: string) {
  const named = text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return named.length === 0 ? null : named
}
