import { FileText, ImageIcon, Music, Video } from 'lucide-react'
import type { MessageMedia } from '@/shared/schemas/media'

const kinds = [
  { starts: 'image/', label: 'Picture', icon: ImageIcon },
  { starts: 'audio/', label: 'Audio', icon: Music },
  { starts: 'video/', label: 'Video', icon: Video },
] as const

/** Files of a text, as links: they lie with Twilio and open in a new tab. */
export function Attachments({ media }: { media: readonly MessageMedia[] }) {
  if (media.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {media.map(({ url, contentType }, index) => {
        const { label, icon: Icon } = kinds.find(({ starts }) => contentType.startsWith(starts)) ?? {
          label: 'File',
          icon: FileText,
        }
        return (
          <li key={url}>
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              className="flex items-center gap-2 rounded-lg border bg-surface p-2 pr-3 hover:bg-hover"
            >
              <span aria-hidden className="grid size-9 place-items-center rounded-md bg-sunken text-ink-faint">
                <Icon className="size-4" />
              </span>
              <span>
                <span className="block text-sm font-medium">
                  {label} {media.length > 1 ? index + 1 : ''}
                </span>
                <span className="block text-xs text-ink-faint">{contentType}</span>
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
