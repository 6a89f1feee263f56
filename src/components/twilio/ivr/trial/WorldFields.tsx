import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { firstNameOf } from '@/shared/contacts/first-name-of'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { SimulatedWorld } from '@/shared/ivr/simulate'
import { isWidgetType, widgets } from '@/shared/ivr/widgets'
import { wayWords } from '../event-words'
import { answerTextOf, readAnswer } from './read-answer'

type WorldFieldsProps = {
  definition: FlowDefinition
  world: SimulatedWorld
  onChange: (world: SimulatedWorld) => void
}

/** Who calls or texts, when, and what those answer whom the flow asks. */
export function WorldFields({ definition, world, onChange }: WorldFieldsProps) {
  const name = world.contact?.name
  return (
    <details className="border-b px-4 py-2 text-sm">
      <summary className="cursor-pointer py-1 font-medium">Who, when, and what others answer</summary>
      <div className="grid gap-3 py-2">
        <div className="grid grid-cols-2 gap-2">
          <Field label="Their number">
            {(control) => (
              <Input
                {...control}
                value={world.from}
                maxLength={64}
                onChange={({ target }) => onChange({ ...world, from: target.value })}
              />
            )}
          </Field>
          <Field label="Their name">
            {(control) => (
              <Input
                {...control}
                placeholder="Not a contact"
                value={typeof name === 'string' ? name : ''}
                maxLength={120}
                onChange={({ target }) => onChange({ ...world, contact: contactOf(target.value) })}
              />
            )}
          </Field>
        </div>
        <Field label="At" hint={world.at === undefined ? 'Now.' : undefined}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={localOf(world.at)}
              onChange={({ target }) => onChange({ ...world, at: instantOf(target.value) })}
            />
          )}
        </Field>
        {asking(definition).map(({ name: state, events, takesData }) => (
          <Answer
            key={state}
            state={state}
            events={events}
            takesData={takesData}
            answer={world.answers[state]}
            onChange={(answer) => {
              const { [state]: _before, ...others } = world.answers
              onChange({ ...world, answers: answer ? { ...others, [state]: answer } : others })
            }}
          />
        ))}
      </div>
    </details>
  )
}

type Given = SimulatedWorld['answers'][string]
type AnswerProps = {
  state: string
  events: readonly string[]
  takesData: boolean
  answer: Given | undefined
  onChange: (answer: Given | undefined) => void
}

function Answer({ state, events, takesData, answer, onChange }: AnswerProps) {
  return (
    <div className="grid gap-1.5">
      <Field label={`Answer to ${state}`}>
        {(control) => (
          <Select
            {...control}
            value={answer?.event ?? ''}
            onChange={({ target }) =>
              onChange(target.value === '' ? undefined : { event: target.value, outputs: answer?.outputs ?? {} })
            }
          >
            <option value="">as if it went well</option>
            {events.map((event) => (
              <option key={event} value={event}>
                {wayWords({ event, transition: { event } })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {takesData && answer && (
        <Input
          aria-label={`What ${state} is told`}
          placeholder='What it is told, such as {"jobs": 7}'
          className="font-mono text-xs"
          defaultValue={answerTextOf(answer.outputs)}
          onChange={({ target }) => onChange({ ...answer, outputs: readAnswer(target.value) })}
        />
      )}
    </div>
  )
}

/** The steps that ask somebody outside the flow. */
function asking({ states }: FlowDefinition) {
  return states.flatMap(({ name, type, properties }) => {
    if (!isWidgetType(type)) return []
    const widget = widgets[type]
    if (!('acts' in widget)) return []
    const takesData = type === 'make-http-request' || type === 'run-function'
    // What becomes of the text is answered; what they write back is done in the walk.
    const events = type === 'send-and-wait-for-reply' ? ['sent', 'failed'] : widget.events(properties)
    return [{ name, events, takesData }]
  })
}

function contactOf(name: string): SimulatedWorld['contact'] {
  const trimmed = name.trim()
  // As a live call knows a contact.
  return trimmed === '' ? undefined : { name, first_name: firstNameOf(trimmed) ?? trimmed }
}

/** The wall clock of this browser, as its own picker takes it. */
function localOf(at: string | undefined) {
  if (at === undefined) return ''
  const instant = new Date(at)
  return new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function instantOf(local: string) {
  return local === '' ? undefined : new Date(local).toISOString()
}
