import { Mic } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'

interface Props {
  onSay: (text: string) => Promise<boolean>
}

/** Speech for a menu that listens. */
export const SayForm = ({ onSay }: Props) => {
  const [text, setText] = useState('')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() !== '' && (await onSay(text.trim()))) setText('')
  }
  return (
    <form className="flex gap-2" onSubmit={(event) => void submit(event)}>
      <Field
        className="flex-1"
        label="Say something"
        labelHidden
        placeholder="Say something"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''} title={text.trim() === '' ? 'Write what to say first' : ''}>
        <Mic aria-hidden size={16} />
        Say
      </Button>
    </form>
  )
}
