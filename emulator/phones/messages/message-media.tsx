import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import type { Media } from '../api/schemas.ts'

/** A picture is loaded from the emulator alone: looking at a text tells nobody elsewhere that it was read. */
const isPicture = ({ contentType, isStored }: Media): boolean => isStored && contentType.startsWith('image/')

const deriveWord = ({ url, contentType }: Media): string => {
  const name = URL.parse(url)?.pathname.split('/').at(-1) ?? ''
  return name.includes('.') ? name : contentType
}

/** The emulator's address as this page reached it: `localhost` and `127.0.0.1` are the same machine. */
const deriveOwnAddress = (url: string): string => URL.parse(url)?.pathname ?? url

export const MessageMedia = ({ media, place }: { media: Media; place: number }) => {
  const [broken, setBroken] = useState(false)
  const isWeb = /^https?:/i.test(media.url)
  if (isPicture(media) && !broken) {
    const address = deriveOwnAddress(media.url)
    return (
      <a href={address} target="_blank" rel="noreferrer" className="mt-1 block overflow-hidden rounded-lg">
        <img
          src={address}
          alt={`Attached, ${place}`}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
          className="max-h-60 min-h-6 min-w-6 max-w-full bg-surface"
        />
      </a>
    )
  }
  if (media.isStored && !broken && /^(audio|video)\//.test(media.contentType)) {
    const player = { src: deriveOwnAddress(media.url), controls: true, onError: () => setBroken(true) }
    return media.contentType.startsWith('audio/') ? (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written captions of what people send
      <audio aria-label={`Sound attached, ${place}`} className="mt-1 max-w-full" {...player} />
    ) : (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- as above
      <video aria-label={`Video attached, ${place}`} className="mt-1 max-h-60 max-w-full rounded-lg" {...player} />
    )
  }
  const label = (
    <>
      <Paperclip aria-hidden size={14} className="shrink-0" />
      Attachment {place}: {deriveWord(media)}
    </>
  )
  if (!isWeb) return <p className="mt-1 flex items-center gap-1">{label}</p>
  return (
    <a
      href={media.isStored ? deriveOwnAddress(media.url) : media.url}
      target="_blank"
      rel="noreferrer"
      className="mt-1 flex items-center gap-1 underline"
    >
      {label}
    </a>
  )
}
