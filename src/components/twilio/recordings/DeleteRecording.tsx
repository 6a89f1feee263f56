import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useDeleteRecording } from '@/hooks/useRecordings'
import { recordingCan } from '@/shared/can'
import type { Recording } from '@/shared/schemas/recording'
import { toastError } from '../toast-error'
import { recordingName } from './recording-words'

/** Deletes a recording after asking. Who may not delete any sees no button. */
export function DeleteRecording({ recording }: { recording: Recording }) {
  const forbidden = useForbidden()
  const [asking, setAsking] = useState(false)
  const deletion = useDeleteRecording(recording.recordingSid)
  if (forbidden('recordings.delete')) return null
  const possible = recordingCan.delete(recording.status)
  const name = recordingName(recording).toLowerCase()
  const confirm = () =>
    deletion.mutate(undefined, {
      onSuccess: ({ twilio }) =>
        showToast(`The ${name} is deleted.`, {
          ...(twilio === 'pending' && {
            description: 'Twilio still has its copy; deleting it is tried again by itself.',
          }),
        }),
      onError: (error) => toastError(`The ${name} was not deleted.`, error),
    })
  return (
    <>
      <Button
        variant="quiet"
        size="icon-small"
        label={`Delete this ${name}`}
        busy={deletion.isPending}
        disabledReason={possible.possible ? undefined : possible.reason}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Delete this ${name} for good?`}
        description="Its sound will be gone here for everybody, and at Twilio. This cannot be undone. That there was one, and that you deleted it, stays in the audit log."
        action="Delete"
        onConfirm={confirm}
      />
    </>
  )
}
