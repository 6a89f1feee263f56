import { actorName, type CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getConversation } from '@/lib/services/conversations/get-conversation'
import { describeActor } from '@/lib/services/people/describe-actor'
import { listColleagues } from '@/lib/services/people/list-colleagues'
import { storable } from '@/lib/utils/storable'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { mentionedIn } from '@/shared/conversations/find-mentions'
import type { AddNoteInput, Note } from '@/shared/schemas/note'

/** `id` is the note's, given when a request may come twice. */
export type AddNote = AddNoteInput & { conversationId: string; id?: string | undefined }

/** Writes an internal note and tells whom it mentions. The same id again is the same note. */
export async function addNote(ctx: CoreContext, input: AddNote): Promise<Note> {
  const conversation = await getConversation(ctx, { id: input.conversationId })
  const active = (await listColleagues(ctx)).filter((colleague) => colleague.active)
  const at = ctx.clock.now()
  return ctx.database.transaction(async (tx) => {
    const author = await describeActor(tx.client, ctx.actor)
    const body = storable(input.body)
    const note: Note = {
      id: input.id ?? uuidV7(at),
      conversationId: conversation.id,
      body,
      author: actorName(ctx.actor),
      authorName: author.name,
      mentions: mentionedIn(body, active)
        .filter((id) => id !== author.id)
        .toSorted(),
      createdAt: at.toISOString(),
    }
    const written = await tx.client.query({
      name: 'add-note',
      text: `with note as (
               insert into conversation_notes (id, conversation_id, body, author, author_name, created_at)
               values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id)
             , mentions as (
               insert into conversation_mentions (note_id, person_id, conversation_id, created_at)
               select note.id, person_id, $2, $6 from note cross join unnest($7::text[]) as person_id)
             select from note`,
      values: [note.id, note.conversationId, note.body, note.author, note.authorName, at, note.mentions],
    })
    if (written.rowCount === 0) return note
    await recordAudit(ctx, tx, { action: 'note.add', subject: conversation.id, details: { noteId: note.id } })
    await broadcast(tx.client, at, [{ type: 'conversation.note_added', data: { note, conversation } }])
    return note
  })
}
