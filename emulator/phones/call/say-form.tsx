import { type FormEvent, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ListenButton } from '../sound/listen-button.tsx'
import { type Said, useListening } from '../sound/use-listening.ts'

interface Props {
  onSay: (speech: { text: string; confidence?: number }) => Promise<boolean>
}

/** Speech for a menu that listens, or for whoever is on the line: typed, or spoken into the microphone. */
export const SayForm = ({ onSay }: Props) => {
  const [text, setText] = useState('')
  const say = async (speech: { text: string; confidence?: number }): Promise<void> => {
    if (await onSay(speech)) setText('')
  }
  const speak = ({ text: spoken, confidence }: Said): void => {
    // Some browsers do not tell how sure they are, and say 0.
    void say({ text: spoken, ...(confidence > 0 ? { confidence } : {}) })
  }
  const { listening, error, toggle } = useListening(setText, speak)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') void say({ text: text.trim() })
  }
  return (
    <form className="flex items-start gap-1" onSubmit={submit}>
      <Field
        className="flex-1"
        label="Say something"
        labelHidden
        placeholder={listening ? 'Listening…' : 'Say something'}
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      <ListenButton listening={listening} onToggle={toggle} />
      <Button type="submit" disabled={text.trim() === ''} title={text.trim() === '' ? 'Write what to say first' : ''}>
        Say
      </Button>
    </form>
  )
}
