import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { SegmentCounter } from '../../messages/SegmentCounter'
import { Check } from '../rules/Check'
import type { AnswerPart } from './answer-part'

const usual = 'Sorry that we missed your call. Write to us here, or say when it suits you and we will call you back.'

/** The text that callers get who reached nobody. */
export function TextBackField({ answer: { textBack }, readOnly, onChange }: AnswerPart) {
  const locked = readOnly !== undefined
  return (
    <div className="grid content-start gap-3">
      <Check
        checked={textBack !== null}
        readOnly={locked}
        onChange={(checked) => onChange({ textBack: checked ? usual : null })}
      >
        Text callers who reached nobody
        <span className="block text-sm text-ink-faint">
          Once a day, and not who left a message. Opt-outs, consent and quiet hours count as for every automatic text.
        </span>
      </Check>
      {textBack !== null && (
        <div>
          <Field
            label="Text to missed callers"
            hint="Not every caller is known: {{ contact.first_name | default: 'there' }}. Where a variable is missing, nothing is sent."
          >
            {(control) => (
              <Textarea
                {...control}
                required
                rows={3}
                maxLength={1600}
                readOnly={locked}
                value={textBack}
                onChange={({ target }) => onChange({ textBack: target.value })}
              />
            )}
          </Field>
          {textBack !== '' && <SegmentCounter body={textBack} />}
        </div>
      )}
    </div>
  )
}
