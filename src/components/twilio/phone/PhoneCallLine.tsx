import { Grid3x3, Headset, PhoneOff, Settings2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { PhoneCallState } from '@/hooks/phone/phone-state'
import { usePhone } from '@/hooks/phone/usePhone'
import { useNow } from '@/hooks/use-now'
import { useCallControls } from '@/hooks/useCallControls'
import { callCan } from '@/shared/can'
import type { Call } from '@/shared/schemas/call'
import { CallState } from '../calls/CallState'
import { InCallControls } from '../calls/controls/InCallControls'
import { MuteButton } from '../calls/controls/MuteButton'
import { CallDuration } from '../CallDuration'
import { CallLink } from '../calls/CallLink'
import { formatDuration } from '../format/format-duration'
import { toastError } from '../toast-error'
import { Keypad } from './Keypad'
import { LevelMeter } from './LevelMeter'
import { warningsInWords } from './phone-words'
import { useCallerName } from './use-caller-name'

const words = { connecting: 'Calling', open: 'Talking with', reconnecting: 'Connecting again with' } as const

type PhoneCallLineProps = {
  phone: PhoneCallState
  /** The same call as the server has it; null until it does. */
  call: Call | null
  onSettings: () => void
}

/** The call that this browser carries the sound of: everything that can be done with it, once. */
export function PhoneCallLine({ phone, call, onSettings }: PhoneCallLineProps) {
  const { state, owns, command } = usePhone()
  const [showsKeys, setShowsKeys] = useState(false)
  const press = usePressKey(call)
  const who = useCallerName(phone.them)
  const { status, muted } = phone
  const inProgress = call !== null && callCan.transfer(call.status).possible
  const consulting = call?.consulting ?? null
  return (
    <fieldset aria-label="Your call" className="min-w-0 border-t first:border-t-0">
      {warningsInWords(phone.warnings).map((sentence) => (
        <output key={sentence} className="flex items-center gap-2 bg-caution-soft px-4 py-1 text-sm text-caution">
          <TriangleAlert aria-hidden className="size-4 shrink-0" /> {sentence}
        </output>
      ))}
      {showsKeys && <Keypad onDigit={press} />}
      <div className="flex min-h-12 items-center gap-2 px-4">
        <Headset aria-hidden className="size-4 shrink-0 text-positive" />
        <output className="min-w-0 truncate">
          <span className="text-ink-soft max-sm:sr-only">
            {status === 'incoming' ? 'Ringing' : consulting === null ? words[status] : 'Call of'}{' '}
          </span>
          <CallLink callSid={call?.callSid ?? null} className="font-medium">
            {who}
          </CallLink>
          <span className="text-sm text-ink-faint max-md:hidden">{owns ? ' in this browser' : ' in another tab'}</span>
        </output>
        <span className="ml-auto flex shrink-0 items-center gap-1">
          {status === 'open' && !muted && (
            <LevelMeter level={state.level} label="Loudness of your microphone" className="mr-2 w-16 max-md:hidden" />
          )}
          <span className="mr-2 flex items-center gap-2">
            {call?.answeredAt ? (
              <CallDuration call={call} className="font-medium tabular" />
            ) : (
              phone.openedAt !== null && <Since at={phone.openedAt} />
            )}
            {call && <CallState call={call} />}
          </span>
          {call && inProgress ? (
            <InCallControls call={call} compact />
          ) : (
            <MuteButton muted={muted} toggle={() => command({ do: 'mute', muted: !muted })} compact />
          )}
          <Button
            variant="quiet"
            size="icon"
            label="Keypad"
            aria-expanded={showsKeys}
            disabledReason={inProgress ? undefined : 'Keys can be pressed once they have answered.'}
            onClick={() => setShowsKeys(!showsKeys)}
          >
            <Grid3x3 aria-hidden />
          </Button>
          <Button variant="quiet" size="icon" label="Microphone and speaker" onClick={onSettings}>
            <Settings2 aria-hidden />
          </Button>
          <Button
            variant="danger"
            size="icon"
            label={consulting === null ? 'Hang up' : 'Hang up and hand over'}
            onClick={() => command({ do: 'hang-up' })}
          >
            <PhoneOff aria-hidden />
          </Button>
        </span>
      </div>
    </fieldset>
  )
}

/** The tones of a leg are not heard in a room: the server presses keys for us. */
function usePressKey(call: Call | null) {
  const { press } = useCallControls()
  const callSid = call?.callSid
  return (digits: string) => {
    if (callSid)
      press.mutate({ callSid, change: { digits } }, { onError: (error) => toastError('The key was not sent.', error) })
  }
}

function Since({ at }: { at: number }) {
  const now = useNow(1000)
  return (
    <span role="timer" aria-live="off" className="font-medium tabular">
      {formatDuration(Math.max(0, (now.getTime() - at) / 1000))}
    </span>
  )
}
