import { useMutation } from '@tanstack/react-query'
import { beginConsultation, cancelConsultation, changeCall, completeConsultation } from './api/calls'

/** What can be asked of a call in progress. Each is seen on screen when Twilio says that it has happened. */
export function useCallControls() {
  return {
    change: useMutation({ mutationFn: changeCall }),
    consult: useMutation({ mutationFn: beginConsultation }),
    handOver: useMutation({ mutationFn: completeConsultation }),
    takeBack: useMutation({ mutationFn: cancelConsultation }),
  }
}
