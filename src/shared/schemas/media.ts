import { z } from 'zod'

/**
 * `pending`: being fetched from Twilio; `refused`: too large or of a kind we do not keep; `failed`: could not be fetched; `linked`: lies elsewhere, at
 * a public address.
 */
export const MediaStatus = z.enum(['pending', 'stored', 'refused', 'failed', 'linked'])
export type MediaStatus = z.infer<typeof MediaStatus>

/** A picture or file of a text. `url` is ours (signed in) for what we keep, foreign for what is linked, which has no id. */
export const MessageMedia = z.object({
  id: z.uuid().nullable(),
  url: z.string(),
  contentType: z.string(),
  fileName: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  thumbnailUrl: z.string().nullable(),
  status: MediaStatus,
  /** Why it was refused or could not be fetched. */
  reason: z.string().nullable(),
})
export type MessageMedia = z.infer<typeof MessageMedia>

/** A file that was just uploaded; its `url` is what `mediaUrls` of a text takes. */
export const UploadedMedia = MessageMedia.extend({ id: z.uuid() })
export type UploadedMedia = z.infer<typeof UploadedMedia>

const path = '/api/twilio/messages/media/'

export function mediaPath(id: string) {
  return path + id
}

export function thumbnailPath(id: string) {
  return `${path}${id}/thumbnail`
}

/** The id of a file we keep, from its address as POST /messages takes it: the path that the upload answered; null for foreign addresses. */
export function mediaIdOf(url: string): string | null {
  const id = url.startsWith(path) ? url.slice(path.length) : ''
  return z.uuid().safeParse(id).success ? id : null
}

/** A file at a foreign address, or one from before files were kept. */
export function linkedMedia(url: string, contentType: string): MessageMedia {
  return {
    id: null,
    url,
    contentType,
    fileName: null,
    sizeBytes: null,
    thumbnailUrl: null,
    status: 'linked',
    reason: null,
  }
}
