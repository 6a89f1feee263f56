import { Card } from '@/components/ui/card'
import { Check } from './Check'
import { NumberField } from './NumberField'
import type { RulesSection } from './RulesForm'

/** On what grounds somebody may be written to. */
export function ConsentRules({ rules, readOnly, onChange }: RulesSection) {
  const { consent } = rules
  return (
    <Card title="Consent">
      <div className="grid gap-4 p-4">
        <Check
          checked={consent.campaignsNeedExpress}
          readOnly={readOnly}
          onChange={(campaignsNeedExpress) => onChange({ consent: { ...consent, campaignsNeedExpress } })}
        >
          Campaigns only go to people whose consent is on record
        </Check>
        <Check
          checked={consent.automaticNeedsConsent}
          readOnly={readOnly}
          onChange={(automaticNeedsConsent) => onChange({ consent: { ...consent, automaticNeedsConsent } })}
        >
          Automatic answers only go to people who have written lately, or whose consent is on record
        </Check>
        <Check
          checked={rules.optOutHoldsForCalls}
          readOnly={readOnly}
          onChange={(optOutHoldsForCalls) => onChange({ optOutHoldsForCalls })}
        >
          Who opted out of texts is not called automatically either
        </Check>
        <div className="grid gap-4 md:grid-cols-2">
          <NumberField
            label="A text from them counts for (days)"
            value={consent.conversationDays}
            readOnly={readOnly}
            onChange={(days) => onChange({ consent: { ...consent, conversationDays: days ?? 0 } })}
          />
          <NumberField
            label="A call from them counts for (hours)"
            hint="For texts that a flow sends after it, such as for a missed call; 0: never."
            value={consent.callHours}
            readOnly={readOnly}
            onChange={(hours) => onChange({ consent: { ...consent, callHours: hours ?? 0 } })}
          />
        </div>
        <p className="text-sm text-ink-faint">
          An opt-out always holds, for everybody, and cannot be switched off here.
        </p>
      </div>
    </Card>
  )
}
