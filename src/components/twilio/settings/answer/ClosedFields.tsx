import { useQuery } from '@tanstack/react-query'
import { Field } from '@/components/ui/field'
import { Select, Textarea } from '@/components/ui/input'
import { listStartableFlows } from '@/hooks/api/keywords'
import { queryKeys } from '@/hooks/query-keys'
import { ClosedAnswer } from '@/shared/schemas/closed-answer'
import type { AnswerPart } from './answer-part'
import { PhoneField } from './PhoneField'

const words: Record<ClosedAnswer['next'], string> = {
  voicemail: 'They can leave a message',
  goodbye: 'The call ends',
  transfer: 'They are put through to a number',
  flow: 'A flow answers',
}
const choices = ClosedAnswer.shape.next.unwrap().options

/** What a caller meets outside business hours and on holidays. */
export function ClosedFields({ answer, readOnly, onChange }: AnswerPart) {
  const { closed } = answer
  const locked = readOnly !== undefined
  const put = (change: Partial<ClosedAnswer>) => onChange({ closed: { ...closed, ...change } })
  return (
    <div className="grid content-start gap-3">
      <Field label="At other times">
        {(control) => (
          <Select
            {...control}
            disabled={locked}
            value={closed.next}
            onChange={({ target }) => put({ next: choices.find((next) => next === target.value) ?? 'voicemail' })}
          >
            {choices.map((next) => (
              <option key={next} value={next}>
                {words[next]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {closed.next === 'flow' ? (
        <FlowField value={closed.flowId} locked={locked} onChange={(flowId) => put({ flowId })} />
      ) : (
        <Field label="Greeting when closed">
          {(control) => (
            <Textarea
              {...control}
              required
              rows={3}
              maxLength={1000}
              readOnly={locked}
              value={closed.greeting}
              onChange={({ target }) => put({ greeting: target.value })}
            />
          )}
        </Field>
      )}
      {closed.next === 'transfer' && (
        <PhoneField
          label="Put through to"
          hint="Whoever picks up presses 1; without it the caller can leave a message."
          required
          readOnly={locked}
          value={closed.transferTo}
          onChange={(transferTo) => put({ transferTo })}
        />
      )}
    </div>
  )
}

type FlowFieldProps = { value: string | null; locked: boolean; onChange: (flowId: string | null) => void }

function FlowField({ value, locked, onChange }: FlowFieldProps) {
  const { data: flows = [] } = useQuery({
    queryKey: queryKeys.startableFlows,
    queryFn: ({ signal }) => listStartableFlows(signal),
  })
  const isGone = value !== null && !flows.some(({ id }) => id === value)
  return (
    <Field label="Flow" hint="Only published ones.">
      {(control) => (
        <Select
          {...control}
          required
          disabled={locked}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        >
          <option value="">Choose a flow</option>
          {isGone && <option value={value}>a flow that is not published</option>}
          {flows.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
