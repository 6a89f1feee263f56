import { useStoredFlag } from '@/hooks/use-stored-flag'
import { useMe } from '@/hooks/useMe'
import type { CreateCallInput } from '@/shared/schemas/call'
import { formatPhoneNumber } from '../format/format-phone-number'

type Options = {
  ringFirst: boolean
  hearsMachine: boolean
  triesAgain: boolean
  own: string | null
  /** What of it is asked when the call is placed. */
  input: Pick<CreateCallInput, 'ringFirst' | 'machineDetection' | 'retry'>
}

/** How this browser's person wants calls placed; remembered. */
export function useCallOptions() {
  const own = useMe().data?.phoneNumber ?? null
  const [wantsOwn, setRingFirst] = useStoredFlag('eva ring my phone first')
  const [hearsMachine, setHearsMachine] = useStoredFlag('eva notice machines')
  const [triesAgain, setTriesAgain] = useStoredFlag('eva call again')
  const ringFirst = wantsOwn && own !== null
  const options: Options = {
    ringFirst,
    hearsMachine,
    triesAgain,
    own,
    input: {
      ...(ringFirst && { ringFirst: own }),
      // Who rings first hears for themselves what answers.
      ...(hearsMachine && !ringFirst && { machineDetection: 'Enable' as const }),
      ...(triesAgain && !ringFirst && { retry: true }),
    },
  }
  return [options, { setRingFirst, setHearsMachine, setTriesAgain }] as const
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
      {!ringFirst && (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={triesAgain}
            onChange={({ target }) => onChange.setTriesAgain(target.checked)}
          />
          Call again later if nobody answers
        </label>
      )}
    </fieldset>
  )
}
