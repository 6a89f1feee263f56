import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { SimulatedDeed } from '@/shared/ivr/simulate'
import { textOf } from '../../text-of'
import type { Waiting } from './deeds-for'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const
const endings = [
  ['completed', 'They talked'],
  ['no-answer', 'No answer'],
  ['busy', 'Busy'],
  ['failed', 'Failed'],
] as const

type DeedsProps = { waits: Exclude<Waiting, null>; isCall: boolean; onAct: (deed: SimulatedDeed) => void }

/** What the person at the other end can do now. */
export function Deeds({ waits, isCall, onAct }: DeedsProps) {
  const speak = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = textOf(new FormData(event.currentTarget), 'words').trim()
    if (words === '') return
    event.currentTarget.reset()
    if (waits === 'text') onAct({ do: 'text', body: words })
    else onAct(/^[0-9*#]+$/.test(words) ? { do: 'press', digits: words } : { do: 'say', text: words })
  }
  return (
    <fieldset aria-label="What they do" className="sticky bottom-0 grid gap-2 border-t bg-surface p-3">
      {waits === 'keys' && (
        <div className="grid grid-cols-6 gap-1.5">
          {keys.map((key) => (
            <Button key={key} aria-label={`Press ${key}`} onClick={() => onAct({ do: 'press', digits: key })}>
              {key}
            </Button>
          ))}
        </div>
      )}
      {(waits === 'keys' || waits === 'text') && (
        <form className="flex gap-1.5" onSubmit={speak}>
          <Input
            name="words"
            aria-label={waits === 'text' ? 'Text back' : 'Say or press'}
            placeholder={waits === 'text' ? 'Text back' : 'Say something, or several keys'}
            autoComplete="off"
          />
          <Button type="submit">{waits === 'text' ? 'Send' : 'Say'}</Button>
        </form>
      )}
      {waits === 'ringing' && (
        <div className="grid grid-cols-2 gap-1.5">
          {endings.map(([status, word]) => (
            <Button key={status} onClick={() => onAct({ do: 'dialed', status })}>
              {word}
            </Button>
          ))}
        </div>
      )}
      <div className="flex gap-1.5">
        {waits === 'recording' && <Button onClick={() => onAct({ do: 'record', seconds: 8 })}>Speak 8 seconds</Button>}
        {waits !== 'ringing' && (
          <Button onClick={() => onAct({ do: 'wait' })}>{waits === 'recording' ? 'Say nothing' : 'Do nothing'}</Button>
        )}
        {isCall && (
          <Button className="ml-auto" variant="danger" onClick={() => onAct({ do: 'hang up' })}>
            Hang up
          </Button>
        )}
      </div>
    </fieldset>
  )
}
