import type { Transaction } from '@/lib/db/client'
import { InvalidError } from '@/shared/errors'
import { attachmentsProblem } from '@/shared/media/outgoing-limits'
import { guessMediaType } from '@/shared/media/guess-media-type'
import { linkedMedia, mediaIdOf, mediaPath, thumbnailPath, type MessageMedia } from '@/shared/schemas/media'

type Row = {
  id: string
  content_type: string
  file_name: string | null
  size_bytes: number
  thumbnail_key: string | null
}

/**
 * The files of a text that is to go out, as the text will show them: ours, which must be there, and foreign addresses. InvalidError when they
 * are more or larger than Twilio takes.
 */
export async function resolveAttachments(
  tx: Transaction,
  { from, mediaUrls }: { from: string; mediaUrls: readonly string[] },
): Promise<MessageMedia[]> {
  if (mediaUrls.length === 0) return []
  await assertCarriesFiles(tx, from)
  const ids = mediaUrls.flatMap((url) => mediaIdOf(url) ?? [])
  const kept = ids.length === 0 ? new Map<string, Row>() : await findKept(tx, ids)
  const media = mediaUrls.map((url) => {
    const id = mediaIdOf(url)
    if (id === null) return linkedMedia(url, guessMediaType(url))
    const row = kept.get(id)
    if (!row) throw new InvalidError('An attached file is not there any more. Attach it again.')
    return toStored(row)
  })
  const problem = attachmentsProblem(media)
  if (problem) throw new InvalidError(problem)
  return media
}

/** Says which text has which of our files. Whoever deletes a file waits for this, or makes it fail. */
export async function attachMedia(tx: Transaction, messageId: string, media: readonly MessageMedia[]) {
  const ours = media.flatMap(({ id }, index) => (id === null ? [] : [{ id, position: index + 1 }]))
  if (ours.length === 0) return
  await tx.client.query({
    name: 'attach-media',
    text: `with taken as (
             update twilio_media set forget_at = null where id = any($3::uuid[]))
           insert into twilio_message_media (message_id, position, media_id)
           select $1, position, media_id from unnest($2::smallint[], $3::uuid[]) as input (position, media_id)`,
    values: [messageId, ours.map((item) => item.position), ours.map((item) => item.id)],
  })
}

/** A number that we know nothing of is Twilio's to refuse. */
async function assertCarriesFiles(tx: Transaction, from: string) {
  const result = await tx.client.query<{ mms: boolean | null }>({
    name: 'number-carries-files',
    text: `select (capabilities ->> 'mms')::boolean as mms from twilio_phone_numbers where phone_number = $1`,
    values: [from],
  })
  if (result.rows[0]?.mms !== false) return
  throw new InvalidError('This number of ours cannot send files. Use another number, or write a link to the file.')
}

async function findKept(tx: Transaction, ids: string[]) {
  const { rows } = await tx.client.query<Row>({
    name: 'media-to-attach',
    text: `select id, content_type, file_name, size_bytes, thumbnail_key from twilio_media
           where id = any($1) and status = 'stored' for key share`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

function toStored(row: Row): MessageMedia {
  return {
    ...linkedMedia(mediaPath(row.id), row.content_type),
    id: row.id,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    thumbnailUrl: row.thumbnail_key && thumbnailPath(row.id),
    status: 'stored',
  }
}
