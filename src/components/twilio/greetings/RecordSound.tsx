import { Circle, RotateCcw, Square } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useMicrophone } from '@/hooks/phone/use-microphone'
import { useSoundRecorder } from '@/hooks/sound/use-sound-recorder'
import { useNow } from '@/hooks/use-now'
import { formatDuration } from '../format/format-duration'
import { LevelMeter } from '../phone/LevelMeter'
import { problemWords } from '../phone/phone-words'

const problems = {
  refused: problemWords['microphone-refused'],
  missing: problemWords['microphone-missing'],
  unusable: 'This browser could not make a sound of it. Record it again, or choose a file.',
}

/** Records a greeting with this browser's microphone, to be listened to before it is kept; `onChange`: null while there is none. */
export function RecordSound({ onChange }: { onChange: (file: File | null) => void }) {
  const { recording, start, stop } = useSoundRecorder(onChange)
  const { state } = recording
  if (state === 'recording') return <Running since={recording.since} onStop={() => void stop()} />
  if (state === 'recorded') {
    return (
      <div className="grid gap-2">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what was just said has no captions */}
        <audio controls src={recording.url} aria-label="What you recorded" className="h-10 w-full" />
        <Button size="small" className="justify-self-start" onClick={() => void start()}>
          <RotateCcw aria-hidden /> Record again
        </Button>
      </div>
    )
  }
  const problem = state === 'refused' || state === 'missing' || state === 'unusable' ? problems[state] : null
  return (
    <div className="grid gap-2">
      {problem !== null && (
        <p role="alert" className="rounded-md bg-negative-soft px-3 py-2 text-sm text-negative">
          {problem}
        </p>
      )}
      <Button className="justify-self-start" busy={state === 'opening'} onClick={() => void start()}>
        <Circle aria-hidden className="fill-negative-solid text-negative-solid" /> Record
      </Button>
      <p className="text-xs text-ink-faint">With this computer’s microphone, two minutes at most.</p>
    </div>
  )
}

function Running({ since, onStop }: { since: number; onStop: () => void }) {
  const now = useNow(250)
  const microphone = useMicrophone(null)
  return (
    <div className="grid gap-3 rounded-md border p-3">
      <div className="flex items-center gap-3">
        <span
          aria-hidden
          className="size-2.5 animate-pulse rounded-full bg-negative-solid motion-reduce:animate-none"
        />
        <span role="timer" aria-live="off" className="flex-1 tabular">
          {formatDuration((now.getTime() - since) / 1_000)}
        </span>
        <Button size="small" onClick={onStop}>
          <Square aria-hidden /> Stop
        </Button>
      </div>
      <LevelMeter level={microphone.level} label="Loudness of the microphone" />
    </div>
  )
}
