import { useCallBacks } from '@/hooks/useCallBacks'
import { ErrorNotice } from '../ErrorNotice'
import { CallBackRow } from './CallBackRow'

/** Who is to be called back, in that order, or what came of it; nothing when nobody did. */
export function CallBacks({ open }: { open: boolean }) {
  const { data, error, refetch } = useCallBacks(open)
  if (error && !data)
    return (
      <ErrorNotice
        error={error}
        what="Who wants to be called back could not be read."
        onRetry={() => void refetch()}
        className="m-4"
      />
    )
  if (!data || data.items.length === 0) return null
  return (
    <section aria-label="Call-backs">
      <h2 className="border-b bg-canvas px-4 py-2 text-sm font-semibold text-ink-soft">
        {open ? 'To be called back' : 'Called back, or not any more'}
      </h2>
      <ul>
        {data.items.map((callBack) => (
          <CallBackRow key={callBack.id} callBack={callBack} />
        ))}
      </ul>
    </section>
  )
}
