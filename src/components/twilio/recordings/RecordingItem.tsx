import { AudioLines, CircleAlert, LoaderCircle, Voicemail } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Recording } from '@/shared/schemas/recording'
import { formatDuration } from '../format/format-duration'
import { formatClockTime, formatExactTime } from '../format/format-time'
import { DeleteRecording } from './DeleteRecording'
import { DownloadRecording } from './DownloadRecording'
import { recordingName, recordingReason, recordingState } from './recording-words'
import { RecordingPlayer } from './RecordingPlayer'

/** A recording: what it is and how long, to listen to and to delete; or why not. */
export function RecordingItem({ recording, className }: { recording: Recording; className?: string }) {
  const state = recordingState(recording)
  const name = recordingName(recording)
  const at = new Date(recording.startedAt)
  const Icon = recording.kind === 'voicemail' ? Voicemail : AudioLines
  const title = `${name}, ${formatClockTime(at)}`
  return (
    <li aria-label={title} className={cn('flex flex-col gap-2 rounded-lg border bg-surface p-3', className)}>
      <div className="flex items-center gap-2.5">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <span className="min-w-0 flex-1">
          <span className="font-medium">{name}</span>
          <time
            dateTime={recording.startedAt}
            title={formatExactTime(at)}
            className="ml-2 text-sm text-ink-faint tabular"
          >
            {formatClockTime(at)}
          </time>
        </span>
        {recording.durationSeconds !== null && (
          <span className="text-sm text-ink-soft tabular">{formatDuration(recording.durationSeconds)}</span>
        )}
        <DownloadRecording recording={recording} />
        <DeleteRecording recording={recording} />
      </div>
      <p className="text-sm text-ink-soft" title={recording.notice ?? undefined}>
        {recordingReason(recording)}
      </p>
      {state === null ? (
        <RecordingPlayer recordingSid={recording.recordingSid} title={title} />
      ) : (
        <output className="flex items-start gap-2 text-sm text-ink-soft">
          {state.tone === 'busy' && (
            <LoaderCircle aria-hidden className="mt-0.5 size-4 shrink-0 animate-spin motion-reduce:animate-none" />
          )}
          {state.tone === 'problem' && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-caution" />}
          {state.words}
        </output>
      )}
    </li>
  )
}
