import { callDetailOf } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { isOver, isRinging } from './derive-call-state.ts'
import { EndedScreen } from './ended-screen.tsx'
import { RingingScreen } from './ringing-screen.tsx'
import { TalkingScreen } from './talking-screen.tsx'

interface Props {
  callSid: string
  dialError: string | undefined
  onCallAgain: (to: string) => void
  onDone: () => void
}

export const CallScreen = ({ callSid, dialError, onCallAgain, onDone }: Props) => {
  const { data: call, error } = useResource(callDetailOf.of(callSid))
  if (!call) {
    return (
      <div className="grid flex-1 content-start gap-3 p-4">
        {error === undefined ? <p className="text-muted">Connecting…</p> : <Problem sentence={error} />}
        {error === undefined ? null : <Button onClick={onDone}>Done</Button>}
      </div>
    )
  }
  if (isRinging(call)) return <RingingScreen call={call} />
  if (isOver(call)) return <EndedScreen call={call} error={dialError} onCallAgain={onCallAgain} onDone={onDone} />
  return <TalkingScreen call={call} />
}
