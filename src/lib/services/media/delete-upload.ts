import { actorName, type CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { forgetMedia } from '@/lib/services/media/forget-media'
import { ConflictError, ForbiddenError, NotFoundError } from '@/shared/errors'
import { mediaPath } from '@/shared/schemas/media'

type Row = { created_by: string | null; is_sent: boolean; waits: boolean }

/**
 * Forgets a file that was attached and taken off again. Only who uploaded it may, or an administrator. ConflictError when a text has it,
 * which it goes with, or a text for later is to take it (scheduled_messages_open).
 */
export async function deleteUpload(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  const found = await ctx.database.pool.query<Row>({
    name: 'upload-to-delete',
    text: `select created_by,
                  exists (select from twilio_message_media where media_id = media.id) as is_sent,
                  exists (select from scheduled_messages
                           where status in ('scheduled', 'held', 'sending', 'expired') and media_urls ? $2) as waits
           from twilio_media media where id = $1 and origin = 'upload'`,
    values: [id, mediaPath(id)],
  })
  const row = found.rows[0]
  if (!row) throw new NotFoundError('There is no such file.')
  const isAdministrator = 'role' in ctx.actor && ctx.actor.role === 'admin'
  if (row.created_by !== actorName(ctx.actor) && !isAdministrator) {
    throw new ForbiddenError('Only who uploaded a file, or an administrator, may delete it.')
  }
  if (row.is_sent) throw new ConflictError('This file belongs to a text. Delete the text to delete it.')
  if (row.waits) throw new ConflictError('A text for later is to take this file. Cancel that text first.')
  await forgetMedia(ctx, [id])
  await ctx.database.transaction((tx) => recordAudit(ctx, tx, { action: 'media.delete', subject: id }))
}
