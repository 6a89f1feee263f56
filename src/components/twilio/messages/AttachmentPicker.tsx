import { CircleAlert, FileText, Paperclip, X } from 'lucide-react'
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { Attachment } from '@/hooks/attachments'
import type { UploadMedia } from '@/hooks/useUploadMedia'
import { attachableTypes } from '@/shared/media/outgoing-limits'
import { formatFileSize } from '../format/format-file-size'

/** The button that chooses files; it stands beside the field. */
export function AttachButton({ upload, disabledReason }: { upload: UploadMedia; disabledReason?: string | undefined }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        accept={attachableTypes.join(',')}
        onChange={(event) => {
          upload.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button
        variant="quiet"
        size="icon"
        label="Attach files"
        disabledReason={disabledReason}
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden />
      </Button>
    </>
  )
}

/** Around a composer: takes files that are dropped on it or pasted into it, and lists what is attached above it. */
export function AttachmentPicker({ upload, children }: { upload: UploadMedia; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const take = (event: DragEvent | ClipboardEvent, files: FileList) => {
    if (files.length === 0) return
    event.preventDefault()
    upload.add([...files])
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a shortcut; the button does the same
    <div
      className={cn('rounded-lg', over && 'bg-accent-soft outline-2 outline-offset-2 outline-accent outline-dashed')}
      onPaste={(event) => take(event, event.clipboardData.files)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        take(event, event.dataTransfer.files)
      }}
    >
      {upload.attachments.length > 0 && (
        <ul aria-label="Attached files" className="mb-2 flex max-h-40 flex-wrap gap-2 overflow-y-auto">
          {upload.attachments.map((file) => (
            <AttachedFile
              key={file.key}
              file={file}
              onRetry={() => upload.retry(file.key)}
              onRemove={() => upload.remove(file.key)}
            />
          ))}
        </ul>
      )}
      {upload.together && (
        <p role="alert" className="mb-2 text-sm text-negative">
          {upload.together}
        </p>
      )}
      {children}
    </div>
  )
}

function AttachedFile({ file, onRetry, onRemove }: { file: Attachment; onRetry: () => void; onRemove: () => void }) {
  const { name, problem, media, progress } = file
  const busy = media === null && problem === null
  return (
    <li
      className={cn(
        'relative flex w-60 max-w-full items-center gap-2 overflow-hidden rounded-lg border bg-surface p-1.5 pr-1',
        problem && 'w-full border-negative sm:w-96',
      )}
    >
      {media?.thumbnailUrl ? (
        <img src={media.thumbnailUrl} alt="" className="size-10 shrink-0 rounded-md object-cover" />
      ) : (
        <span aria-hidden className="grid size-10 shrink-0 place-items-center rounded-md bg-sunken text-ink-faint">
          {problem ? <CircleAlert className="size-4 text-negative" /> : <FileText className="size-4" />}
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span
          role={problem ? 'alert' : undefined}
          className={cn('block text-xs', problem ? 'text-ink' : 'text-ink-faint')}
        >
          {problem ?? (busy ? `Uploading, ${Math.round(progress * 100)} %` : formatFileSize(file.sizeBytes))}
        </span>
      </span>
      {file.canRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
      <Button variant="quiet" size="icon-small" label={`Remove ${name}`} onClick={onRemove}>
        <X aria-hidden />
      </Button>
      {busy && (
        <progress
          value={progress}
          aria-label={`Uploading ${name}`}
          className="absolute inset-x-0 bottom-0 h-0.5 w-full appearance-none [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
      )}
    </li>
  )
}
