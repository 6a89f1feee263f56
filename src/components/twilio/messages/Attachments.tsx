import { CircleAlert, Download, FileText, Hourglass } from 'lucide-react'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { mediaKind, mediaTypeName } from '@/shared/media/media-type'
import type { MessageMedia } from '@/shared/schemas/media'
import { formatFileSize } from '../format/format-file-size'
import { PictureViewer } from './PictureViewer'

/** Files of a text: pictures to look at, sound and video to play, all else to download. */
export function Attachments({ media, ours }: { media: readonly MessageMedia[]; ours: boolean }) {
  const [shown, setShown] = useState<number | null>(null)
  if (media.length === 0) return null
  const pictures = media.filter((file) => file.thumbnailUrl !== null)
  return (
    <>
      <ul className={cn('flex flex-wrap gap-2', ours && 'justify-end')} aria-label="Files">
        {media.map((file, index) => (
          <li key={file.id ?? `${index} ${file.url}`} className="max-w-full">
            <Attachment file={file} small={pictures.length > 2} onShow={() => setShown(pictures.indexOf(file))} />
          </li>
        ))}
      </ul>
      <PictureViewer pictures={pictures} index={shown} onChange={setShown} />
    </>
  )
}

/** `small`: one of many pictures. */
function Attachment({ file, small, onShow }: { file: MessageMedia; small: boolean; onShow: () => void }) {
  const kind = mediaKind(file.contentType)
  const name = file.fileName ?? mediaTypeName(file.contentType)
  if (file.status === 'pending' || file.status === 'failed' || file.status === 'refused')
    return <NotThere file={file} />
  if (file.thumbnailUrl !== null) {
    return (
      <button
        type="button"
        onClick={onShow}
        aria-label={`Show ${name}`}
        className="block overflow-hidden rounded-xl border bg-sunken hover:brightness-95"
      >
        <img
          src={file.thumbnailUrl}
          alt={name}
          loading="lazy"
          className={small ? 'block size-24 object-cover' : 'block max-h-60 min-h-12 max-w-60 min-w-12 object-cover'}
        />
      </button>
    )
  }
  if (file.status === 'stored' && kind === 'audio') {
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a recording somebody sent has none
    return <audio controls preload="none" src={file.url} aria-label={name} className="h-10 w-72 max-w-full" />
  }
  if (file.status === 'stored' && kind === 'video') {
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- a video somebody sent has none
      <video
        controls
        preload="metadata"
        src={file.url}
        aria-label={name}
        className="max-h-72 w-80 max-w-full rounded-xl border bg-sunken"
      />
    )
  }
  return <FileChip file={file} name={name} />
}

function FileChip({ file, name }: { file: MessageMedia; name: string }) {
  const ours = file.status === 'stored'
  const details = [mediaTypeName(file.contentType), file.sizeBytes === null ? null : formatFileSize(file.sizeBytes)]
  return (
    <a
      href={ours ? `${file.url}?download=true` : file.url}
      {...(ours ? { download: file.fileName ?? '' } : { target: '_blank', rel: 'noreferrer' })}
      className="flex max-w-80 items-center gap-2 rounded-lg border bg-surface p-2 pr-3 hover:bg-hover"
    >
      <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-ink-faint">
        {ours ? <Download className="size-4" /> : <FileText className="size-4" />}
      </span>
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="block text-xs text-ink-faint">
          {details.filter((part) => part !== null && part !== name).join(' · ')}
        </span>
      </span>
    </a>
  )
}

/** A file that is being fetched, could not be had, or was refused; says which and why. */
function NotThere({ file }: { file: MessageMedia }) {
  const pending = file.status === 'pending'
  const Icon = pending ? Hourglass : CircleAlert
  const title = pending ? 'Fetching the file…' : file.status === 'failed' ? 'File not fetched yet' : 'File not kept'
  return (
    <div className="flex max-w-80 items-start gap-2 rounded-lg border border-dashed border-line-strong bg-surface p-2 pr-3">
      <span
        aria-hidden
        className={`grid size-9 shrink-0 place-items-center rounded-md bg-sunken ${pending ? 'text-ink-faint' : 'text-caution'}`}
      >
        <Icon className="size-4" />
      </span>
      <span className="min-w-0 text-sm">
        <span className="block font-medium">{title}</span>
        <span className="block text-xs text-ink-soft">
          {pending ? mediaTypeName(file.contentType) : file.reason}
          {file.status === 'failed' && ' It is tried again by itself.'}
        </span>
      </span>
    </div>
  )
}
