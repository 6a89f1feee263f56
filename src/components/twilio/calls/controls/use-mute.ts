import { usePhone } from '@/hooks/phone/usePhone'
import { useCallControls } from '@/hooks/useCallControls'
import { useForbidden } from '@/hooks/useMe'
import type { Call } from '@/shared/schemas/call'
import { carries } from '../../phone/carries'
import { toastError } from '../../toast-error'

/** One mute for a call, wherever it is pressed: the microphone's where this browser has the sound, else the room's. */
export function useMute(call: Call) {
  const { state, command } = usePhone()
  const { change } = useCallControls()
  const forbidden = useForbidden()('calls.control')
  const isHere = carries(state.call, call)
  const muted = call.muted || (isHere && state.call?.muted === true)
  const toggle = () => {
    if (isHere) command({ do: 'mute', muted: !muted })
    if (call.callSid === null || (isHere && !call.muted)) return
    const failure = muted ? 'You are still muted.' : 'You were not muted.'
    change.mutate(
      { callSid: call.callSid, change: { muted: !muted } },
      { onError: (error) => toastError(failure, error) },
    )
  }
  return { muted, toggle, reason: isHere ? undefined : forbidden }
}
