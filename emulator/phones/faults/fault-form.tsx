import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { addFault } from '../api/actions.ts'
import { useAction } from '../api/use-action.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { announce } from '../parts/announcer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { LabelledSelect } from '../parts/labelled-select.tsx'
import { Problem } from '../parts/problem.tsx'
import { errorCodes, faultChoices, faultGroups, faultSubjects } from './fault-choices.ts'

interface Props {
  /** Handsets whose number may be struck. */
  phoneNumbers: string[]
  seed: number
}

const msPerSecond = 1000
const percent = 100

/** One more thing to go wrong: which, to whom, how often. */
export const FaultForm = ({ phoneNumbers, seed }: Props) => {
  const { busy, error, run } = useAction()
  const [chosen, setChosen] = useState('drop')
  const [seconds, setSeconds] = useState('5')
  const [phoneNumber, setPhoneNumber] = useState('')
  const [code, setCode] = useState('30003')
  const [often, setOften] = useState('100')
  const [newSeed, setNewSeed] = useState(String(seed))
  const choice = faultChoices.find((each) => each.id === chosen)
  const number = phoneNumber === '' ? phoneNumbers[0] : phoneNumber
  const ofNumber = choice?.rule['on'] === 'number'
  const lacksNumber = ofNumber && number === undefined

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!choice || lacksNumber) return
    const rule = {
      ...choice.rule,
      ...(choice.asks === 'seconds' ? { delayMs: Math.round(Number(seconds) * msPerSecond) } : {}),
      ...(ofNumber ? { phoneNumber: number } : {}),
      ...(choice.asks === 'code' ? { errorCode: Number(code) } : {}),
      probability: Number(often) / percent,
    }
    if (await run(() => addFault(rule, Number(newSeed)))) announce('The fault is set.')
  }

  return (
    <form className="grid gap-3" onSubmit={(event) => void submit(event)}>
      <LabelledSelect label="What goes wrong" value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {faultGroups.map((group) => (
          <optgroup key={group} label={group}>
            {faultChoices
              .filter((each) => each.group === group)
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {faultSubjects[each.group]} {each.word}
                </option>
              ))}
          </optgroup>
        ))}
      </LabelledSelect>
      {ofNumber && !lacksNumber ? (
        <LabelledSelect label="Whose number" value={number} onChange={(event) => setPhoneNumber(event.target.value)}>
          {phoneNumbers.map((each) => (
            <option key={each} value={each}>
              {formatPhoneNumber(each)}
            </option>
          ))}
        </LabelledSelect>
      ) : null}
      {lacksNumber ? <p className="text-xs text-muted">Add a handset first: its number can fail then.</p> : null}
      {choice?.asks === 'code' ? (
        <LabelledSelect label="Twilio’s error" value={code} onChange={(event) => setCode(event.target.value)}>
          {errorCodes.map((each) => (
            <option key={each.code} value={each.code}>
              {each.code} {each.word}
            </option>
          ))}
        </LabelledSelect>
      ) : null}
      <div className="flex gap-2">
        {choice?.asks === 'seconds' ? (
          <Field
            className="flex-1"
            label="Seconds late"
            type="number"
            min={0}
            max={86_400}
            step="any"
            required
            value={seconds}
            onChange={(event) => setSeconds(event.target.value)}
          />
        ) : null}
        <Field
          className="flex-1"
          label="How often, in %"
          type="number"
          min={1}
          max={100}
          required
          value={often}
          onChange={(event) => setOften(event.target.value)}
        />
        <Field
          className="flex-1"
          label="Seed of chance"
          type="number"
          step={1}
          required
          value={newSeed}
          onChange={(event) => setNewSeed(event.target.value)}
        />
      </div>
      <Problem sentence={error} />
      <Button type="submit" disabled={busy || lacksNumber}>
        <Plus aria-hidden size={16} />
        Set this fault
      </Button>
    </form>
  )
}
