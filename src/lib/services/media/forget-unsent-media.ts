import type { CoreContext } from '@/lib/context'
import { forgetMedia } from '@/lib/services/media/forget-media'
import { mediaPath } from '@/shared/schemas/media'

const batchSize = 500

/**
 * Forgets files whose time has come and that no text has: uploads never sent, and what a deleted text left. By twilio_media_to_forget and
 * scheduled_messages_open.
 */
export async function forgetUnsentMedia(ctx: Pick<CoreContext, 'database' | 'storage' | 'clock'>): Promise<void> {
  for (;;) {
    const { rows } = await ctx.database.pool.query<{ id: string }>({
      name: 'media-to-forget',
      text: `select id from twilio_media where forget_at <= $1
               and not exists (select from twilio_message_media where media_id = twilio_media.id)
               and not exists (select from scheduled_messages
                                where status in ('scheduled', 'held', 'sending', 'expired') and media_urls ? ($3 || twilio_media.id))
             order by forget_at limit $2`,
      values: [ctx.clock.now(), batchSize, mediaPath('')],
    })
    if (rows.length === 0) return
    await forgetMedia(
      ctx,
      rows.map((row) => row.id),
    )
  }
}
