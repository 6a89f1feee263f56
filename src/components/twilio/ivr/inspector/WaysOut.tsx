import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import type { FlowState, Transition } from '@/shared/ivr/definition'
import { changeState } from '@/shared/ivr/edit/change-state'
import { connectState } from '@/shared/ivr/edit/connect-state'
import { waysOut } from '@/shared/ivr/edit/ways-out'
import { useEditor } from '../editor'
import { wayWords } from '../event-words'
import { Conditions } from './Conditions'

/** Where each way out of a step leads; of a split also its branches, asked from the top. */
export function WaysOut({ state }: { state: FlowState }) {
  const { change, readOnly } = useEditor()
  const isSplit = state.type === 'split-based-on'
  const ways = waysOut(state)
  const put = (transitions: Transition[], merge?: string) =>
    change((now) => changeState(now, state.name, (before) => ({ ...before, transitions })), merge)
  const addBranch = () => {
    const input = typeof state.properties.input === 'string' ? state.properties.input : ''
    const condition = { friendly_name: 'is', arguments: [input], type: 'equal_to', value: '' }
    put([...state.transitions, { event: 'match', conditions: [condition] }])
  }
  const swap = (index: number, other: number) => {
    const [one, two] = [state.transitions[index], state.transitions[other]]
    if (one && two) put(state.transitions.with(index, two).with(other, one))
  }
  const matches = state.transitions.flatMap(({ event }, index) => (event === 'match' ? [index] : []))
  return (
    <fieldset className="grid gap-3 border-t pt-4">
      <legend className="sr-only">Ways out</legend>
      <h3 className="text-sm font-semibold">{isSplit ? 'Branches' : 'And then'}</h3>
      {ways.map((way) => {
        const { index, event, transition } = way
        const place = index === null ? -1 : matches.indexOf(index)
        if (event !== 'match' || index === null)
          return (
            <Target key={way.key} state={state} way={way.key} label={sentence(wayWords(way))} next={transition.next} />
          )
        const above = matches[place - 1]
        const below = matches[place + 1]
        const branch = `branch ${place + 1}`
        return (
          <div key={way.key} className="grid gap-2 rounded-md border p-2.5">
            <div className="flex items-center gap-0.5">
              <h4 className="mr-auto text-xs text-ink-faint">Branch {place + 1}</h4>
              {above !== undefined && (
                <Button
                  variant="quiet"
                  size="icon-small"
                  label={`Move ${branch} up`}
                  disabledReason={readOnly}
                  onClick={() => swap(index, above)}
                >
                  <ArrowUp />
                </Button>
              )}
              {below !== undefined && (
                <Button
                  variant="quiet"
                  size="icon-small"
                  label={`Move ${branch} down`}
                  disabledReason={readOnly}
                  onClick={() => swap(index, below)}
                >
                  <ArrowDown />
                </Button>
              )}
              <Button
                variant="quiet"
                size="icon-small"
                label={`Remove ${branch}`}
                disabledReason={readOnly}
                onClick={() => put(state.transitions.toSpliced(index, 1))}
              >
                <Trash2 />
              </Button>
            </div>
            <Conditions
              name={branch}
              state={state}
              conditions={transition.conditions ?? []}
              onChange={(conditions) =>
                put(state.transitions.with(index, { ...transition, conditions }), `${state.name} ${way.key}`)
              }
            />
            <Target state={state} way={way.key} label={`Branch ${place + 1} leads to`} next={transition.next} />
          </div>
        )
      })}
      {isSplit && (
        <Button size="small" className="justify-self-start" disabledReason={readOnly} onClick={addBranch}>
          <Plus aria-hidden /> Add a branch
        </Button>
      )}
    </fieldset>
  )
}

type TargetProps = { state: FlowState; way: string; label: string; next: string | undefined }

function Target({ state, way, label, next }: TargetProps) {
  const { definition, change, readOnly } = useEditor()
  const isLost = next !== undefined && !definition.states.some(({ name }) => name === next)
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          disabled={readOnly !== undefined}
          value={next ?? ''}
          onChange={({ target }) =>
            change((now) => connectState(now, { from: state.name, way, to: target.value === '' ? null : target.value }))
          }
        >
          <option value="">The flow ends</option>
          {isLost && <option value={next}>{next} (does not exist)</option>}
          {definition.states.map(({ name }, index) => (
            <option key={index} value={name}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function sentence(words: string) {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
