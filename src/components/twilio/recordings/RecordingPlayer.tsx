import { Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useRecordingLink } from '@/hooks/useRecordings'
import { ErrorNotice } from '../ErrorNotice'

type RecordingPlayerProps = {
  recordingSid: string
  title: string
  /** Somebody has chosen it to be played. */
  atOnce?: boolean
}

/** Asks for a link when somebody wants to listen, then plays it. A link that has ended is asked for again once by itself. */
export function RecordingPlayer({ recordingSid, title, atOnce = false }: RecordingPlayerProps) {
  const link = useRecordingLink(recordingSid)
  const [failures, setFailures] = useState(0)
  const listen = () => {
    setFailures(0)
    link.mutate()
  }
  const isAsked = useRef(false)
  const { mutate } = link
  useEffect(() => {
    if (!atOnce || isAsked.current) return
    isAsked.current = true
    mutate()
  }, [atOnce, mutate])
  const onError = () => {
    setFailures((count) => count + 1)
    if (failures === 0) link.mutate()
  }
  if (link.error) return <ErrorNotice error={link.error} what="The recording cannot be played." onRetry={listen} />
  if (failures > 1)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-sm">
        The sound could not be read. Check the connection.
        <Button size="small" onClick={listen}>
          Try again
        </Button>
      </p>
    )
  if (!link.data) {
    return (
      <Button
        size="small"
        busy={link.isPending}
        onClick={listen}
        aria-label={`Listen: ${title}`}
        className="self-start"
      >
        <Play aria-hidden /> Listen
      </Button>
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a transcript comes beside it
    <audio
      key={link.data.url}
      controls
      autoPlay
      preload="auto"
      controlsList="nodownload"
      src={link.data.url}
      aria-label={title}
      onError={onError}
      className="h-10 w-full"
    />
  )
}
