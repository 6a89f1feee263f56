import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Recording } from '@/shared/schemas/recording'
import { formatPhoneNumber } from '../format/format-phone-number'
import { formatExactTime } from '../format/format-time'
import { recordingName } from './recording-words'
import { RecordingPlayer } from './RecordingPlayer'

/** The player under the list, for the recording that was chosen there. */
export function RecordingDock({ recording, onClose }: { recording: Recording; onClose: () => void }) {
  const number = recording.direction === 'inbound' ? recording.from : recording.to
  const who = recording.contactName ?? (number === null ? null : formatPhoneNumber(number))
  const title = [recordingName(recording), who].filter((part) => part !== null).join(' of ')
  return (
    <section aria-label="Player" className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-raised px-4 py-2.5">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium">{title}</span>
        <span className="block truncate text-sm text-ink-faint">{formatExactTime(new Date(recording.startedAt))}</span>
      </span>
      <div className="min-w-0 flex-1 basis-72 max-sm:order-last max-sm:basis-full">
        <RecordingPlayer recordingSid={recording.recordingSid} title={title} atOnce />
      </div>
      <Button variant="quiet" size="icon" label="Close the player" onClick={onClose}>
        <X aria-hidden />
      </Button>
    </section>
  )
}
