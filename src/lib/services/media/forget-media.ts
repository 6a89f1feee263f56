import type { CoreContext } from '@/lib/context'
import { keysOf } from '@/lib/services/media/store-file'

type Row = { storage_key: string | null; thumbnail_key: string | null }

/** Takes files out of the store, then forgets them, unless a text has them. In this order: what fails half way is tried again and nothing is left lying. */
export async function forgetMedia(ctx: Pick<CoreContext, 'database' | 'storage'>, ids: readonly string[]) {
  const free = `id = any($1) and not exists (select from twilio_message_media where media_id = twilio_media.id)`
  const { rows } = await ctx.database.pool.query<Row>({
    name: 'media-keys',
    text: `select storage_key, thumbnail_key from twilio_media where ${free}`,
    values: [ids],
  })
  await ctx.storage.delete(
    rows.flatMap((row) => keysOf({ storageKey: row.storage_key, thumbnailKey: row.thumbnail_key })),
  )
  await ctx.database.pool.query({ name: 'forget-media', text: `delete from twilio_media where ${free}`, values: [ids] })
}
