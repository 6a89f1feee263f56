import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Call } from '@/shared/schemas/call'
import type { ChangeRecordingInput } from '@/shared/schemas/recording'
import { changeCallRecording, startCallRecording } from './api/recordings'
import { queryKeys } from './query-keys'

/** Records a call; `confirmed`: the other party was told. Still off in the answer: they are being told first. */
export function useStartRecording(callSid: string) {
  return useShownCall((confirmed: boolean) => startCallRecording(callSid, { confirmed }))
}

export function useChangeRecording(callSid: string) {
  return useShownCall((status: ChangeRecordingInput['status']) => changeCallRecording(callSid, { status }))
}

/** The answer shows at once what the live event will say. */
function useShownCall<Input>(mutationFn: (input: Input) => Promise<Call>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: (call) => {
      if (call.callSid) client.setQueryData<Call>(queryKeys.call(call.callSid), call)
    },
  })
}
