import { useRecordings } from '@/hooks/useRecordings'
import { ErrorNotice } from '../ErrorNotice'
import { RecordingItem } from './RecordingItem'

/** The recordings of a call and its legs; nothing where there is none, or for who may not listen. */
export function CallRecordings({ callSid }: { callSid: string }) {
  const { data, error, refetch } = useRecordings({ callSid })
  if (error && !data) {
    return (
      <ErrorNotice
        error={error}
        what="The recordings could not be read."
        onRetry={() => void refetch()}
        className="mt-6"
      />
    )
  }
  if (!data || data.items.length === 0) return null
  return (
    <section aria-label="Recordings" className="mt-6">
      <h3 className="text-base font-semibold">{data.items.length === 1 ? 'Recording' : 'Recordings'}</h3>
      <ul className="mt-2 grid gap-2">
        {data.items.map((recording) => (
          <RecordingItem key={recording.id} recording={recording} />
        ))}
      </ul>
    </section>
  )
}
