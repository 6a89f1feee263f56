import { useId } from 'react'
import type { OnCall } from '../api/schemas.ts'

const choices: { value: OnCall; word: string; meaning: string }[] = [
  { value: null, word: 'By hand', meaning: 'It rings here until you answer.' },
  { value: 'answer', word: 'Answer', meaning: 'Picks up by itself and stays on the line.' },
  { value: 'decline', word: 'Decline', meaning: 'The caller hears busy.' },
  { value: 'ignore', word: 'Ignore', meaning: 'Rings out without an answer.' },
  { value: 'voicemail', word: 'Voicemail', meaning: 'A machine answers after 5 s and keeps what it is told.' },
]

interface Props {
  value: OnCall
  onChange: (value: OnCall) => void
}

export const OnCallChoice = ({ value, onChange }: Props) => {
  const id = useId()
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium text-muted">When somebody calls</legend>
      {choices.map((choice) => (
        <div key={choice.word} className="relative flex gap-3 rounded-lg p-2 hover:bg-hover has-checked:bg-accent-soft">
          <input
            type="radio"
            id={`${id}-${choice.word}`}
            name={id}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
            aria-describedby={`${id}-${choice.word}-meaning`}
            className="relative z-10 mt-0.5 size-4 shrink-0 accent-accent"
          />
          <div>
            <label htmlFor={`${id}-${choice.word}`} className="font-medium after:absolute after:inset-0">
              {choice.word}
            </label>
            <p id={`${id}-${choice.word}-meaning`} className="text-xs text-muted">
              {choice.meaning}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
