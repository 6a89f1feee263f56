import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { readConversations } from '@/lib/services/conversations/read-conversations'
import { noteColumns, toNote, type NoteRow } from '@/lib/services/notes/to-note'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { Mention } from '@/shared/schemas/note'
import type { PageQuery } from '@/shared/schemas/page'

type MentionRow = NoteRow & { mention_at: Date; read_at: Date | null }

/** The notes that mention whoever asks, newest first (conversation_mentions_newest). */
export async function listMentions(ctx: Pick<CoreContext, 'database' | 'actor'>, query: PageQuery) {
  const syncCursor = await currentCursor(ctx)
  const after = query.cursor ? decodeCursor(query.cursor) : null
  const me = ctx.actor.type === 'operator' ? ctx.actor.userId : ''
  const result = await ctx.database.pool.query<MentionRow>({
    name: 'list-mentions',
    text: `select ${noteColumns}, mine.created_at as mention_at, mine.read_at
           from (select * from conversation_mentions
                  where person_id = $1 and ($2::timestamptz is null or (created_at, note_id) < ($2, $3::uuid))
                  order by created_at desc, note_id desc limit $4) mine
           join conversation_notes note on note.id = mine.note_id
           order by mine.created_at desc, mine.note_id desc`,
    values: [me, after?.at ?? null, after?.id ?? null, query.limit + 1],
  })
  const conversations = await readConversations(ctx, [...new Set(result.rows.map((row) => row.conversation_id))])
  const toMention = (row: MentionRow): Mention[] => {
    const conversation = conversations.get(row.conversation_id)
    return conversation
      ? [{ id: row.id, note: toNote(row), conversation, readAt: row.read_at?.toISOString() ?? null }]
      : []
  }
  const page = pageOfRows(result.rows, query.limit, toMention, (row) => ({ at: row.mention_at, id: row.id }))
  return { ...page, items: page.items.flat(), syncCursor }
}
