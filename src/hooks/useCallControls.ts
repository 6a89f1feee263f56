import { useMutation } from '@tanstack/react-query'
import { ApiError } from './api/api-error'
import { beginConsultation, cancelConsultation, changeCall, completeConsultation } from './api/calls'

/** A call that has no room yet is prepared for keys within seconds; until then the server says that it is not. */
const mostTries = 20
const isBeingPrepared = (error: Error) => error instanceof ApiError && error.status === 409

/** What can be asked of a call in progress. Each is seen on screen when Twilio says that it has happened. */
export function useCallControls() {
  return {
    change: useMutation({ mutationFn: changeCall }),
    /** One after the other, as they were pressed. */
    press: useMutation({
      mutationFn: changeCall,
      scope: { id: 'keys of a call' },
      retry: (failures, error) => isBeingPrepared(error) && failures < mostTries,
      retryDelay: 600,
    }),
    consult: useMutation({ mutationFn: beginConsultation }),
    handOver: useMutation({ mutationFn: completeConsultation }),
    takeBack: useMutation({ mutationFn: cancelConsultation }),
  }
}
