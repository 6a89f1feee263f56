import { Grid3x3, Headset, Mic, MicOff, PhoneOff, Settings2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { usePhone } from '@/hooks/phone/usePhone'
import type { PhoneCallState } from '@/hooks/phone/phone-state'
import { useNow } from '@/hooks/use-now'
import { formatDuration } from '../format/format-duration'
import { Keypad } from './Keypad'
import { LevelMeter } from './LevelMeter'
import { warningsInWords } from './phone-words'
import { useCallerName } from './use-caller-name'

const words = { connecting: 'Calling', open: 'Talking with', reconnecting: 'Connecting again with' } as const

/** The call that this browser carries the sound of. */
export function PhoneCallLine({ call, onSettings }: { call: PhoneCallState; onSettings: () => void }) {
  const { state, owns, command } = usePhone()
  const [showsKeys, setShowsKeys] = useState(false)
  const who = useCallerName(call.them)
  const { status, muted } = call
  return (
    <div className="border-t first:border-t-0">
      {warningsInWords(call.warnings).map((sentence) => (
        <output key={sentence} className="flex items-center gap-2 bg-caution-soft px-4 py-1 text-sm text-caution">
          <TriangleAlert aria-hidden className="size-4 shrink-0" /> {sentence}
        </output>
      ))}
      {showsKeys && <Keypad onDigit={(digits) => command({ do: 'digits', digits })} />}
      <div className="flex min-h-11 items-center gap-2 px-4">
        <Headset aria-hidden className="size-4 shrink-0 text-positive" />
        <output className="min-w-0 truncate text-sm">
          {status === 'incoming' ? 'Ringing' : words[status]} <span className="font-medium">{who}</span>
          <span className="text-ink-faint max-sm:hidden">{owns ? ' in this browser' : ' in another tab'}</span>
        </output>
        {call.openedAt !== null && <Since at={call.openedAt} />}
        <span className="ml-auto flex items-center gap-1">
          {status === 'open' && !muted && (
            <LevelMeter level={state.level} label="Loudness of your microphone" className="mr-2 w-16 max-sm:hidden" />
          )}
          <Button
            variant={muted ? 'primary' : 'quiet'}
            size="icon"
            label={muted ? 'Unmute microphone' : 'Mute microphone'}
            aria-pressed={muted}
            onClick={() => command({ do: 'mute', muted: !muted })}
          >
            {muted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
          </Button>
          <Button
            variant="quiet"
            size="icon"
            label="Keypad"
            aria-expanded={showsKeys}
            onClick={() => setShowsKeys(!showsKeys)}
          >
            <Grid3x3 aria-hidden />
          </Button>
          <Button variant="quiet" size="icon" label="Microphone and speaker" onClick={onSettings}>
            <Settings2 aria-hidden />
          </Button>
          <Button variant="danger" size="icon" label="Hang up your phone" onClick={() => command({ do: 'hang-up' })}>
            <PhoneOff aria-hidden />
          </Button>
        </span>
      </div>
    </div>
  )
}

function Since({ at }: { at: number }) {
  const now = useNow(1000)
  return (
    <span role="timer" aria-live="off" className="text-sm font-medium tabular">
      {formatDuration(Math.max(0, (now.getTime() - at) / 1000))}
    </span>
  )
}
