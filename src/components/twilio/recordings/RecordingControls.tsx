import { CircleDot, CirclePause, CirclePlay, CircleStop, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { showToast } from '@/components/ui/show-toast'
import { ApiError } from '@/hooks/api/api-error'
import { useForbidden } from '@/hooks/useMe'
import { useChangeRecording, useStartRecording } from '@/hooks/useCallRecording'
import type { Call } from '@/shared/schemas/call'
import { NeedsConfirmation, type ChangeRecordingInput } from '@/shared/schemas/recording'
import { toastError } from '../toast-error'

/** Starts, pauses, resumes and stops the recording of a call that is in progress. */
export function RecordingControls({ call }: { call: Call }) {
  const { callSid } = call
  if (call.status !== 'in-progress' || callSid === null) return null
  if (call.recording === 'off') return <StartButton callSid={callSid} />
  return (
    <>
      {call.recording === 'on' ? (
        <ChangeButton callSid={callSid} status="paused" icon={CirclePause} words="Pause recording" />
      ) : (
        <ChangeButton callSid={callSid} status="in-progress" icon={CirclePlay} words="Resume recording" />
      )}
      <ChangeButton callSid={callSid} status="stopped" icon={CircleStop} words="Stop recording" />
    </>
  )
}

function StartButton({ callSid }: { callSid: string }) {
  const forbidden = useForbidden()
  const [asking, setAsking] = useState(false)
  const start = useStartRecording(callSid)
  const record = (confirmed: boolean) =>
    start.mutate(confirmed, {
      onSuccess: ({ recording }) => {
        if (recording === 'off') showToast('They are being told. The recording begins with that.')
      },
      onError: (error) => {
        if (error instanceof ApiError && NeedsConfirmation.safeParse(error.details).success) setAsking(true)
        else toastError('The call is not recorded.', error)
      },
    })
  return (
    <>
      <Button busy={start.isPending} disabledReason={forbidden('calls.control')} onClick={() => record(false)}>
        <CircleDot aria-hidden /> Record
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Have you told them?"
        description="Nobody has told the other party that this call is recorded. Many states want everybody on the call to agree. Tell them now, and record once they do. That you confirmed it is kept."
        action="They know: record"
        onConfirm={() => record(true)}
      />
    </>
  )
}

type ChangeButtonProps = {
  callSid: string
  status: ChangeRecordingInput['status']
  icon: LucideIcon
  words: string
}

function ChangeButton({ callSid, status, icon: Icon, words }: ChangeButtonProps) {
  const forbidden = useForbidden()
  const change = useChangeRecording(callSid)
  const act = () => change.mutate(status, { onError: (error) => toastError('The recording goes on as it was.', error) })
  return (
    <Button busy={change.isPending} disabledReason={forbidden('calls.control')} onClick={act}>
      <Icon aria-hidden /> {words}
    </Button>
  )
}
