import { Link } from '@tanstack/react-router'
import { AudioLines, Play, Users, Voicemail, Volume2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { Recording } from '@/shared/schemas/recording'
import { formatDuration } from '../format/format-duration'
import { PhoneNumber } from '../PhoneNumber'
import { Time } from '../Time'
import { DeleteRecording } from './DeleteRecording'
import { DownloadRecording } from './DownloadRecording'
import { recordingName, recordingReason, recordingState } from './recording-words'

export const recordingRowHeight = 60

const icons = { call: AudioLines, voicemail: Voicemail, conference: Users }

type RecordingRowProps = { recording: Recording; playing: boolean; onPlay: () => void }

/** One recording in the list: with whom, why, how long; to play, to save, to delete, and the way to its call. */
export function RecordingRow({ recording, playing, onPlay }: RecordingRowProps) {
  const state = recordingState(recording)
  const Icon = icons[recording.kind]
  const what = state === null ? recordingReason(recording) : state.words
  const who = <Party recording={recording} />
  return (
    <div className={cn('flex h-full items-center gap-3 border-b px-4 hover:bg-hover', playing && 'bg-selected')}>
      <Button
        variant="quiet"
        size="icon"
        label={`Listen to the ${recordingName(recording).toLowerCase()} of ${nameOf(recording)}`}
        disabledReason={state?.words}
        onClick={onPlay}
      >
        {playing ? <Volume2 aria-hidden className="text-accent-ink" /> : <Play aria-hidden />}
      </Button>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-faint max-sm:hidden" />
      <span className="min-w-0 flex-1 @3xl:w-64 @3xl:flex-none">
        {recording.callSid === null ? (
          <span className="block truncate font-medium">{who}</span>
        ) : (
          <Link
            to="/calls/$callSid"
            params={{ callSid: recording.callSid }}
            data-row
            className="block truncate font-medium hover:underline"
          >
            {who}
          </Link>
        )}
        <span className="block truncate text-sm text-ink-faint">
          <span className="@3xl:hidden">{what}</span>
          <span className="hidden @3xl:inline">{directionWords(recording)}</span>
        </span>
      </span>
      <span className="hidden min-w-0 flex-1 truncate text-ink-soft @3xl:block" title={recording.notice ?? undefined}>
        {what}
      </span>
      <span className="flex shrink-0 flex-col items-end @3xl:flex-row @3xl:items-center @3xl:gap-3">
        <span className="w-14 text-right text-ink-soft tabular">
          {recording.durationSeconds ? formatDuration(recording.durationSeconds) : null}
        </span>
        <Time at={recording.startedAt} className="w-16 text-right text-sm text-ink-faint tabular" />
      </span>
      <span className="flex shrink-0 items-center">
        <DownloadRecording recording={recording} />
        <DeleteRecording recording={recording} />
      </span>
    </div>
  )
}

function Party({ recording }: { recording: Recording }) {
  const number = otherNumber(recording)
  if (recording.contactName !== null) return recording.contactName
  return number === null ? recordingName(recording) : <PhoneNumber value={number} />
}

function nameOf(recording: Recording) {
  return recording.contactName ?? otherNumber(recording) ?? 'a conference'
}

function otherNumber({ direction, from, to }: Recording) {
  return direction === 'inbound' ? from : to
}

function directionWords({ kind, direction }: Recording) {
  if (kind === 'voicemail') return 'Voicemail'
  if (direction === null) return 'Conference'
  return direction === 'inbound' ? 'Incoming call' : 'Outgoing call'
}
