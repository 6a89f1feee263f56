import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { forgetMedia } from '@/lib/services/media/forget-media'
import { ConflictError, NotFoundError } from '@/shared/errors'

/** Forgets a file that was attached and taken off again. ConflictError when a text has it: it goes with that text. */
export async function deleteUpload(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  const found = await ctx.database.pool.query<{ is_sent: boolean }>({
    name: 'upload-to-delete',
    text: `select exists (select from twilio_message_media where media_id = media.id) as is_sent
           from twilio_media media where id = $1 and origin = 'upload'`,
    values: [id],
  })
  const row = found.rows[0]
  if (!row) throw new NotFoundError('There is no such file.')
  if (row.is_sent) throw new ConflictError('This file belongs to a text. Delete the text to delete it.')
  await forgetMedia(ctx, [id])
  await ctx.database.transaction((tx) => recordAudit(ctx, tx, { action: 'media.delete', subject: id }))
}
