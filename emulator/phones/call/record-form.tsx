import { CircleDot } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ListenButton } from '../sound/listen-button.tsx'
import { useListening } from '../sound/use-listening.ts'

interface Props {
  onRecord: (recording: { seconds: number; text?: string }) => Promise<boolean>
}

const maxSeconds = 3600

/** A recording after the beep: how long it is, and the words it would hold. */
export const RecordForm = ({ onRecord }: Props) => {
  const [seconds, setSeconds] = useState('5')
  const [text, setText] = useState('')
  const [spoken, setSpoken] = useState('')
  const { listening, error, toggle } = useListening(setText, (said) => {
    setText(said.text)
    setSeconds(String(said.seconds))
  })
  const length = Number(seconds)
  const valid = Number.isInteger(length) && length >= 1 && length <= maxSeconds

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!valid) return
    if (!(await onRecord({ seconds: length, ...(text.trim() === '' ? {} : { text: text.trim() }) }))) return
    setText('')
    setSpoken(`You speak for ${length} s. A key ends the recording at once, silence a little later.`)
  }
  return (
    <form className="grid gap-2" onSubmit={(event) => void submit(event)}>
      <div className="flex gap-1">
        <Field
          className="flex-1"
          label="What you say after the beep"
          value={text}
          error={error}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="self-end">
          <ListenButton listening={listening} onToggle={toggle} />
        </div>
        <Field
          className="w-16"
          label="Seconds"
          type="number"
          min={1}
          max={maxSeconds}
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
        />
      </div>
      <Button type="submit" look="primary" disabled={!valid} title={valid ? '' : 'A recording lasts 1 to 3600 seconds'}>
        <CircleDot aria-hidden size={16} />
        Leave the recording
      </Button>
      <output className={spoken === '' ? 'sr-only' : 'text-xs text-muted'}>{spoken}</output>
    </form>
  )
}
