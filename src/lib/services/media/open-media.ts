import type { CoreContext } from '@/lib/context'
import { thumbnailType } from '@/lib/services/media/make-thumbnail'
import type { ByteRange, StoredFile } from '@/lib/storage/storage'
import { NotFoundError } from '@/shared/errors'

/** A file of a text as the edge needs it; `open` gives its bytes, from the store and only when they are wanted. */
export type OpenedMedia = {
  id: string
  contentType: string
  fileName: string | null
  sizeBytes: number
  open(range?: ByteRange): Promise<StoredFile['body']>
}

type Row = {
  content_type: string
  file_name: string | null
  storage_key: string | null
  thumbnail_key: string | null
}

/** The file with this id, or its thumbnail. NotFoundError when there is none, or none yet. */
export async function openMedia(
  ctx: Pick<CoreContext, 'database' | 'storage'>,
  { id, thumbnail = false }: { id: string; thumbnail?: boolean },
): Promise<OpenedMedia> {
  const result = await ctx.database.pool.query<Row>({
    name: 'open-media',
    text: `select content_type, file_name, storage_key, thumbnail_key from twilio_media where id = $1`,
    values: [id],
  })
  const row = result.rows[0]
  const key = thumbnail ? row?.thumbnail_key : row?.storage_key
  const sizeBytes = key ? await ctx.storage.size(key) : null
  if (!row || !key || sizeBytes === null) throw new NotFoundError('There is no such file.')
  return {
    id,
    contentType: thumbnail ? thumbnailType : row.content_type,
    fileName: thumbnail ? null : row.file_name,
    sizeBytes,
    async open(range) {
      const file = await ctx.storage.get(key, range)
      if (!file) throw new NotFoundError('There is no such file.')
      return file.body
    },
  }
}
