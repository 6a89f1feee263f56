import { Pause, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useCallControls } from '@/hooks/useCallControls'
import { useForbidden } from '@/hooks/useMe'
import type { Call } from '@/shared/schemas/call'
import { toastError } from '../../toast-error'

/** Music for the other party, until it is pressed again. */
export function HoldButton({ call, callSid, compact = false }: { call: Call; callSid: string; compact?: boolean }) {
  const { change } = useCallControls()
  const forbidden = useForbidden()('calls.control')
  const { held, consulting } = call
  const words = held ? 'Take off hold' : 'Hold'
  const failure = held ? 'They are still on hold.' : 'They were not put on hold.'
  return (
    <Button
      size={compact ? 'icon' : 'medium'}
      variant={compact ? 'quiet' : 'secondary'}
      aria-pressed={held}
      className={held ? 'text-caution' : undefined}
      disabledReason={forbidden ?? (consulting === null ? undefined : 'They wait while you talk with somebody else.')}
      onClick={() =>
        change.mutate({ callSid, change: { hold: !held } }, { onError: (error) => toastError(failure, error) })
      }
      {...(compact && { label: words })}
    >
      {held ? <Play aria-hidden /> : <Pause aria-hidden />}
      {!compact && words}
    </Button>
  )
}
