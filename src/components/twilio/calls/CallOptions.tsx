import { useState } from 'react'
import { Select } from '@/components/ui/input'
import { useStoredFlag } from '@/hooks/use-stored-flag'
import { useGreetings } from '@/hooks/useGreetings'
import { useMe } from '@/hooks/useMe'
import type { CreateCallInput } from '@/shared/schemas/call'
import { formatPhoneNumber } from '../format/format-phone-number'

type Options = {
  ringFirst: boolean
  hearsMachine: boolean
  triesAgain: boolean
  own: string | null
  /** What of it is asked when the call is placed. */
  input: Pick<CreateCallInput, 'ringFirst' | 'machineDetection' | 'retry' | 'whenMachine'>
  /** The greeting that is left when a machine answers; empty: none. */
  greetingId: string
}

/** How this browser's person wants calls placed; remembered. */
export function useCallOptions() {
  const own = useMe().data?.phoneNumber ?? null
  const [wantsOwn, setRingFirst] = useStoredFlag('eva ring my phone first')
  const [hearsMachine, setHearsMachine] = useStoredFlag('eva notice machines')
  const [triesAgain, setTriesAgain] = useStoredFlag('eva call again')
  const [greetingId, setGreetingId] = useState('')
  const ringFirst = wantsOwn && own !== null
  const options: Options = {
    ringFirst,
    hearsMachine,
    triesAgain,
    greetingId,
    own,
    input: {
      ...(ringFirst && { ringFirst: own }),
      // Who rings first hears for themselves what answers.
      ...(hearsMachine && !ringFirst && { machineDetection: 'Enable' as const }),
      ...(hearsMachine && !ringFirst && greetingId !== '' && { whenMachine: { drop: greetingId } }),
      ...(triesAgain && { retry: true }),
    },
  }
  return [options, { setRingFirst, setHearsMachine, setTriesAgain, setGreetingId }] as const
}

type CallOptionsProps = { options: Options; onChange: ReturnType<typeof useCallOptions>[1] }

/** Whose phone rings first, and whether Twilio listens for an answering machine. */
export function CallOptions({ options, onChange }: CallOptionsProps) {
  const { own, ringFirst, hearsMachine, triesAgain } = options
  return (
    <fieldset className="grid gap-1 text-sm">
      <legend className="sr-only">How to call</legend>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={ringFirst}
          disabled={own === null}
          onChange={({ target }) => onChange.setRingFirst(target.checked)}
        />
        <span className={own === null ? 'text-ink-faint' : undefined}>
          {own === null
            ? 'Ring my phone first: set your number in the menu'
            : `Ring my phone first, ${formatPhoneNumber(own)}`}
        </span>
      </label>
      {!ringFirst && (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={hearsMachine}
            onChange={({ target }) => onChange.setHearsMachine(target.checked)}
          />
          Notice answering machines
        </label>
      )}
      {hearsMachine && !ringFirst && <WhenMachine greetingId={options.greetingId} onChange={onChange.setGreetingId} />}
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={triesAgain}
          onChange={({ target }) => onChange.setTriesAgain(target.checked)}
        />
        Call again later if nobody answers
      </label>
    </fieldset>
  )
}

function WhenMachine({ greetingId, onChange }: { greetingId: string; onChange: (greetingId: string) => void }) {
  const greetings = useGreetings().data?.items ?? []
  if (greetings.length === 0) return null
  return (
    <Select
      aria-label="When a machine answers"
      value={greetingId}
      onChange={({ target }) => onChange(target.value)}
      className="ml-6 w-[calc(100%-1.5rem)]"
    >
      <option value="">Then hang up</option>
      {greetings.map(({ id, name }) => (
        <option key={id} value={id}>
          Then leave “{name}”
        </option>
      ))}
    </Select>
  )
}
