import { getRouteApi } from '@tanstack/react-router'
import { AudioLines, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { VirtualList } from '@/components/ui/virtual-list'
import type { RecordingFilter } from '@/hooks/api/recordings'
import { itemsOf } from '@/hooks/cache/pages'
import { useForbidden } from '@/hooks/useMe'
import { useRecordingPages } from '@/hooks/useRecordings'
import type { Recording } from '@/shared/schemas/recording'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { PageHeader } from '../shell/PageHeader'
import { dayBounds } from './day-bounds'
import { RecordingFilters } from './RecordingFilters'
import { RecordingRow, recordingRowHeight } from './RecordingRow'
import { RecordingDock } from './RecordingDock'

const route = getRouteApi('/signed-in/recordings')

/** All recordings and voicemails: found, played, saved, deleted. */
export function RecordingsPage() {
  const denied = useForbidden()('recordings.read')
  const [playing, setPlaying] = useState<Recording | null>(null)
  return (
    <>
      <PageHeader title="Recordings" />
      {denied === undefined ? (
        <div className="@container flex min-h-0 flex-1 flex-col bg-surface">
          <RecordingFilters />
          <RecordingList playing={playing} onPlay={setPlaying} />
          {playing && <RecordingDock key={playing.recordingSid} recording={playing} onClose={() => setPlaying(null)} />}
        </div>
      ) : (
        <EmptyState icon={AudioLines} title="Recordings are for who may listen to them.">
          <p>{denied}</p>
        </EmptyState>
      )}
    </>
  )
}

type RecordingListProps = { playing: Recording | null; onPlay: (recording: Recording | null) => void }

function RecordingList({ playing, onPlay }: RecordingListProps) {
  const { q, kind, from, to } = route.useSearch()
  const term = useDeferredValue(q?.trim())
  const filter: RecordingFilter = { ...(term && { q: term }), ...(kind && { kind }), ...dayBounds({ from, to }) }
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useRecordingPages(filter)
  const items = itemsOf(data)
  if (error && !data) {
    return (
      <ErrorNotice
        error={error}
        what="The recordings could not be read."
        onRetry={() => void refetch()}
        className="m-4"
      />
    )
  }
  if (isPending) return <RowSkeletons rowHeight={recordingRowHeight} />
  if (items.length === 0 && Object.keys(filter).length > 0)
    return <EmptyState icon={SearchX} title="No recording fits these filters." />
  if (items.length === 0) {
    return (
      <EmptyState icon={AudioLines} title="No recordings yet">
        <p>Messages that callers leave come here, and calls that are recorded: by rules, or by hand during a call.</p>
      </EmptyState>
    )
  }
  return (
    <VirtualList
      label="Recordings"
      items={items}
      itemKey={(recording) => recording.id}
      rowHeight={recordingRowHeight}
      hasMore={hasNextPage}
      onEndReached={() => !isFetchingNextPage && void fetchNextPage()}
    >
      {(recording) => (
        <RecordingRow
          recording={recording}
          playing={playing?.recordingSid === recording.recordingSid}
          onPlay={() => onPlay(recording)}
        />
      )}
    </VirtualList>
  )
}
