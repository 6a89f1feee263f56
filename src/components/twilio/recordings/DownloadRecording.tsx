import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useRecordingLink } from '@/hooks/useRecordings'
import type { Recording } from '@/shared/schemas/recording'
import { toastError } from '../toast-error'
import { recordingName, recordingState } from './recording-words'

/** Saves the sound as a file, by the same link as listening, which is written down. */
export function DownloadRecording({ recording }: { recording: Recording }) {
  const link = useRecordingLink(recording.recordingSid)
  const name = recordingName(recording).toLowerCase()
  const save = () =>
    link.mutate(undefined, {
      onSuccess: ({ url }) => {
        const address = document.createElement('a')
        address.href = `${url}&download=true`
        address.download = ''
        address.click()
      },
      onError: (error) => toastError(`The ${name} could not be saved.`, error),
    })
  return (
    <Button
      variant="quiet"
      size="icon-small"
      label={`Save this ${name} as a file`}
      busy={link.isPending}
      disabledReason={recordingState(recording)?.words}
      onClick={save}
    >
      <Download aria-hidden />
    </Button>
  )
}
