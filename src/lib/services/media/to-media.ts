import { linkedMedia, mediaPath, type MessageMedia } from '@/shared/schemas/media'

/** A file of a text as twilio_messages.media has it. Rows from before files were kept have only `url` and `contentType`. */
export type KeptMedia = Partial<MessageMedia> & { url: string; contentType: string; sourceUrl?: string }

/** A file that came with a text and was not fetched yet; `sourceUrl` is Twilio's address of it. */
export type PendingMedia = MessageMedia & { sourceUrl: string }

export function pendingMedia(id: string, { url, contentType }: { url: string; contentType: string }): PendingMedia {
  return { ...linkedMedia(mediaPath(id), contentType), id, status: 'pending', sourceUrl: url }
}

/** A file as lists, answers and live events show it. */
export function toMedia(kept: KeptMedia): MessageMedia {
  return {
    id: kept.id ?? null,
    url: kept.url,
    contentType: kept.contentType,
    fileName: kept.fileName ?? null,
    sizeBytes: kept.sizeBytes ?? null,
    thumbnailUrl: kept.thumbnailUrl ?? null,
    status: kept.status ?? 'linked',
    reason: kept.reason ?? null,
  }
}
