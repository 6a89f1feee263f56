import type { CoreContext } from '@/lib/context'

const batchSize = 200

/** Takes the sound of deleted recordings out of the store, then forgets where it lay: what fails half way is done again. By twilio_recordings_to_forget. */
export async function forgetDeletedRecordings(ctx: Pick<CoreContext, 'database' | 'storage'>): Promise<void> {
  for (;;) {
    const { rows } = await ctx.database.pool.query<{ storage_key: string }>({
      name: 'recordings-to-forget',
      text: `select storage_key from twilio_recordings where deleted_at is not null and storage_key is not null
             order by deleted_at limit $1`,
      values: [batchSize],
    })
    if (rows.length === 0) return
    const keys = rows.map((row) => row.storage_key)
    await ctx.storage.delete(keys)
    await ctx.database.pool.query({
      name: 'forget-recordings',
      text: `update twilio_recordings set storage_key = null where deleted_at is not null and storage_key = any($1)`,
      values: [keys],
    })
  }
}
