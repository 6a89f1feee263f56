import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { MessageMedia } from '@/shared/schemas/media'
import { formatFileSize } from '../format/format-file-size'

type PictureViewerProps = {
  pictures: readonly MessageMedia[]
  /** Which one is shown; null: none. */
  index: number | null
  onChange: (index: number | null) => void
}

/** A picture in full, with the others of its text a key away. */
export function PictureViewer({ pictures, index, onChange }: PictureViewerProps) {
  const picture = index === null ? undefined : pictures[index]
  if (index === null || !picture) return null
  const step = (by: number) => {
    const next = index + by
    if (pictures[next]) onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') step(-1)
    if (event.key === 'ArrowRight') step(1)
  }
  const name = picture.fileName ?? 'Picture'
  const size = picture.sizeBytes === null ? '' : formatFileSize(picture.sizeBytes)
  const position = pictures.length > 1 ? `${index + 1} of ${pictures.length}` : ''
  return (
    <Dialog
      open
      onClose={() => onChange(null)}
      title={name}
      description={[position, size].filter(Boolean).join(' · ')}
      className="top-[4dvh] max-h-[92dvh] w-fit max-w-[min(64rem,calc(100vw-1.5rem))] min-w-[min(24rem,calc(100vw-1.5rem))]"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys beside buttons that do the same */}
      <div onKeyDown={onKeyDown} className="flex flex-col items-center gap-3">
        <img src={picture.url} alt={name} className="max-h-[70dvh] max-w-full rounded-lg bg-sunken object-contain" />
        <div className="flex w-full items-center justify-center gap-2">
          {pictures.length > 1 && (
            <Button
              size="icon"
              label="Picture before"
              disabledReason={index === 0 ? 'This is the first picture.' : undefined}
              onClick={() => step(-1)}
            >
              <ChevronLeft />
            </Button>
          )}
          <Button asChild>
            <a href={`${picture.url}?download=true`} download={picture.fileName ?? ''}>
              <Download /> Download
            </a>
          </Button>
          {pictures.length > 1 && (
            <Button
              size="icon"
              label="Next picture"
              disabledReason={index === pictures.length - 1 ? 'This is the last picture.' : undefined}
              onClick={() => step(1)}
            >
              <ChevronRight />
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
