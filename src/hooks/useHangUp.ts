import { useMutation } from '@tanstack/react-query'
import { hangUpCall } from './api/calls'

/** Asks Twilio to end a call. The call ends on screen when Twilio says that it has ended. */
export function useHangUp() {
  return useMutation({ mutationFn: hangUpCall })
}
