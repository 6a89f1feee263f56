import { actorName, type CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ForbiddenError, NotFoundError } from '@/shared/errors'

/** Deletes a note with its mentions. Only who wrote it may, or an administrator. */
export async function deleteNote(ctx: CoreContext, { id, noteId }: { id: string; noteId: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const found = await tx.client.query<{ author: string }>({
      name: 'find-note',
      text: 'select author from conversation_notes where id = $1 and conversation_id = $2 for update',
      values: [noteId, id],
    })
    const note = found.rows[0]
    if (!note) throw new NotFoundError('There is no such note.')
    const isAdministrator = 'role' in ctx.actor && ctx.actor.role === 'admin'
    if (note.author !== actorName(ctx.actor) && !isAdministrator) {
      throw new ForbiddenError('Only who wrote a note, or an administrator, may delete it.')
    }
    await tx.client.query({
      name: 'delete-note',
      text: 'delete from conversation_notes where id = $1',
      values: [noteId],
    })
    await recordAudit(ctx, tx, { action: 'note.delete', subject: id, details: { noteId } })
    await broadcast(tx.client, ctx.clock.now(), [
      { type: 'conversation.note_deleted', data: { conversationId: id, noteId } },
    ])
  })
}
