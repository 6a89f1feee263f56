import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { useColleagues } from '@/hooks/useColleagues'
import type { RingTarget } from '@/shared/schemas/ring-plan'
import { PhoneField } from './PhoneField'

type RingTargetsProps = {
  targets: readonly RingTarget[]
  readOnly: string | undefined
  onChange: (targets: RingTarget[]) => void
}

const most = 10

/** Whom a number rings, in their order: people on their own phones, and numbers. */
export function RingTargets({ targets, readOnly, onChange }: RingTargetsProps) {
  const full = targets.length >= most ? `A number rings at most ${most}.` : readOnly
  // A row keeps what is typed in it when rows move.
  const [keys, setKeys] = useState(() => targets.map((_target, index) => index))
  const add = (target: RingTarget) => {
    setKeys([...keys, Math.max(-1, ...keys) + 1])
    onChange([...targets, target])
  }
  const move = (index: number, to: number | null) => {
    const without = <Item,>(items: readonly Item[]) => items.toSpliced(index, 1)
    const moved = <Item,>(items: readonly Item[]) =>
      to === null ? without(items) : without(items).toSpliced(to, 0, ...items.slice(index, index + 1))
    setKeys(moved(keys))
    onChange(moved(targets))
  }
  const put = (index: number, target: RingTarget) => onChange(targets.with(index, target))
  return (
    <div className="grid gap-2">
      <ol aria-label="Who is rung, in order" className="grid gap-2">
        {targets.map((target, index) => (
          <li key={keys[index]} className="flex items-start gap-1.5">
            <span className="mt-7 w-5 shrink-0 text-right text-ink-faint tabular">{index + 1}</span>
            <div className="min-w-0 flex-1">
              {'personId' in target ? (
                <PersonField
                  position={index + 1}
                  personId={target.personId}
                  locked={readOnly !== undefined}
                  onChange={(personId) => put(index, { personId })}
                />
              ) : (
                <PhoneField
                  label={`Number ${index + 1}`}
                  required
                  readOnly={readOnly !== undefined}
                  value={target.phoneNumber === '' ? null : target.phoneNumber}
                  onChange={(phoneNumber) => put(index, { phoneNumber: phoneNumber ?? '' })}
                />
              )}
            </div>
            <span className="mt-6 flex">
              <Button
                variant="quiet"
                size="icon"
                label={`Ring number ${index + 1} earlier`}
                disabledReason={index === 0 ? 'It is the first already.' : readOnly}
                onClick={() => move(index, index - 1)}
              >
                <ArrowUp />
              </Button>
              <Button
                variant="quiet"
                size="icon"
                label={`Do not ring number ${index + 1}`}
                disabledReason={targets.length === 1 ? 'Somebody has to be rung.' : readOnly}
                onClick={() => move(index, null)}
              >
                <Trash2 />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabledReason={full} onClick={() => add({ personId: '' })}>
          <Plus aria-hidden /> Add a person
        </Button>
        <Button size="small" disabledReason={full} onClick={() => add({ phoneNumber: '' })}>
          <Plus aria-hidden /> Add a number
        </Button>
      </div>
    </div>
  )
}

type PersonFieldProps = { position: number; personId: string; locked: boolean; onChange: (personId: string) => void }

function PersonField({ position, personId, locked, onChange }: PersonFieldProps) {
  const { data: colleagues = [] } = useColleagues()
  const chosen = colleagues.find(({ id }) => id === personId)
  const silent =
    chosen && !chosen.reachable
      ? `${chosen.name} has no phone of their own yet: only an open page of theirs rings.`
      : undefined
  return (
    <Field label={`Person ${position}`} hint={silent}>
      {(control) => (
        <Select
          {...control}
          required
          disabled={locked}
          value={personId}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">Choose somebody</option>
          {personId !== '' && !chosen && <option value={personId}>somebody who is gone</option>}
          {colleagues
            .filter(({ id, active }) => active || id === personId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      )}
    </Field>
  )
}
