import { actorName, type CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { settleMediaType } from '@/lib/services/media/settle-media-type'
import { keysOf, storeFile } from '@/lib/services/media/store-file'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { InvalidError } from '@/shared/errors'
import { cleanFileName } from '@/shared/media/file-name'
import { attachmentProblem } from '@/shared/media/outgoing-limits'
import { linkedMedia, mediaPath, thumbnailPath, type UploadedMedia } from '@/shared/schemas/media'

/** How long a file waits for a text to take it: longer than any text can be planned ahead. */
const unsentMilliseconds = 60 * 24 * 3_600_000

/**
 * Keeps a file that is to go out with a text, under `id` once; `url` of the answer is what `mediaUrls` takes. InvalidError with a sentence when carriers would
 * not deliver it, or when it is not what it says it is.
 */
export async function uploadMedia(
  ctx: CoreContext,
  file: { id?: string | undefined; name: string; contentType: string; bytes: Uint8Array },
): Promise<UploadedMedia> {
  const { bytes } = file
  const said = attachmentProblem({ contentType: file.contentType, sizeBytes: bytes.length })
  const contentType = settleMediaType(file.contentType, bytes)
  if (contentType === null) throw new InvalidError(said ?? 'This file is not of the kind that its name says it is.')
  const problem = attachmentProblem({ contentType, sizeBytes: bytes.length })
  if (problem) throw new InvalidError(problem)
  const at = ctx.clock.now()
  const id = file.id ?? uuidV7(at)
  const before = file.id === undefined ? null : await findUpload(ctx, file.id)
  if (before) return before
  const fileName = cleanFileName(file.name)
  const keys = await storeFile(ctx, { contentType, bytes })
  try {
    await ctx.database.transaction(async (tx) => {
      await tx.client.query({
        name: 'insert-upload',
        text: `insert into twilio_media (id, origin, content_type, file_name, size_bytes, status, storage_key, thumbnail_key, created_by,
                                         created_at, updated_at, forget_at)
               values ($1, 'upload', $2, $3, $4, 'stored', $5, $6, $7, $8, $8, $9)`,
        values: [
          id,
          contentType,
          fileName,
          bytes.length,
          keys.storageKey,
          keys.thumbnailKey,
          actorName(ctx.actor),
          at,
          new Date(at.getTime() + unsentMilliseconds),
        ],
      })
      await recordAudit(ctx, tx, {
        action: 'media.upload',
        subject: id,
        details: { contentType, sizeBytes: bytes.length },
      })
    })
  } catch (error) {
    await ctx.storage.delete(keysOf(keys)).catch(() => undefined)
    throw error
  }
  return toUploaded({ id, contentType, fileName, sizeBytes: bytes.length, thumbnailKey: keys.thumbnailKey })
}

/** What a request with the same Idempotency-Key made, whose process died before it answered. */
async function findUpload(ctx: CoreContext, id: string): Promise<UploadedMedia | null> {
  const { rows } = await ctx.database.pool.query<Stored>({
    name: 'find-upload',
    text: `select id, content_type as "contentType", file_name as "fileName", size_bytes as "sizeBytes", thumbnail_key as "thumbnailKey"
           from twilio_media where id = $1 and origin = 'upload'`,
    values: [id],
  })
  return rows[0] ? toUploaded(rows[0]) : null
}

type Stored = {
  id: string
  contentType: string
  fileName: string | null
  sizeBytes: number
  thumbnailKey: string | null
}

function toUploaded({ id, contentType, fileName, sizeBytes, thumbnailKey }: Stored): UploadedMedia {
  const thumbnailUrl = thumbnailKey && thumbnailPath(id)
  return { ...linkedMedia(mediaPath(id), contentType), id, fileName, sizeBytes, thumbnailUrl, status: 'stored' }
}
