import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { readConversations } from '@/lib/services/conversations/read-conversations'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { searchQuery } from '@/shared/conversations/search-words'
import type { SearchHit, SearchInboxQuery } from '@/shared/schemas/inbox-search'

/** How many of the newest texts are looked through before the index of words is asked. */
const lookThrough = 20_000

type HitRow = {
  id: string
  kind: 'text' | 'note'
  conversation_id: string
  at: Date
  body: string
  direction: 'inbound' | 'outbound' | null
  author: string | null
}

/**
 * Texts and notes that have all the words, the newest first. A word that many have fills a page from the newest twenty thousand
 * (inbox_search_newest); one that few have is found by its index (inbox_search_words), which then has few to sort.
 */
export async function searchInbox(ctx: Pick<CoreContext, 'database'>, query: SearchInboxQuery) {
  const syncCursor = await currentCursor(ctx)
  const words = searchQuery(query.q)
  if (words === null) return { items: [], nextCursor: null, syncCursor }
  const near = await readHits(ctx, query, words, true)
  const rows = near.length > query.limit ? near : await readHits(ctx, query, words, false)
  const conversations = await readConversations(
    ctx,
    rows.map((row) => row.conversation_id),
  )
  const toHit = ({ conversation_id, at, ...hit }: HitRow): SearchHit[] => {
    const conversation = conversations.get(conversation_id)
    return conversation ? [{ ...hit, at: at.toISOString(), conversation }] : []
  }
  const page = pageOfRows(rows, query.limit, toHit, (row) => ({ at: row.at, id: row.id }))
  return { ...page, items: page.items.flat(), syncCursor }
}

async function readHits(ctx: Pick<CoreContext, 'database'>, query: SearchInboxQuery, words: string, near: boolean) {
  const before = query.cursor ? decodeCursor(query.cursor) : null
  const values: unknown[] = [words, query.limit + 1]
  const older = before ? `(entry.at, entry.id) < ($${values.push(before.at)}, $${values.push(before.id)})` : 'true'
  const source = near
    ? `(select * from inbox_search entry where ${older} order by at desc, id desc limit ${lookThrough}) entry
       where entry.words @@ $1::tsquery`
    : `(select * from inbox_search entry where entry.words @@ $1::tsquery and ${older} offset 0) entry`
  const result = await ctx.database.pool.query<HitRow>(
    `select entry.id, entry.kind, entry.conversation_id, entry.at, message.direction,
            coalesce(message.body, note.body) as body, coalesce(message.created_by, note.author) as author
     from (select entry.id, entry.kind, entry.conversation_id, entry.at from ${source}
           order by entry.at desc, entry.id desc limit $2) entry
     left join twilio_messages message on message.id = entry.id and entry.kind = 'text'
     left join conversation_notes note on note.id = entry.id and entry.kind = 'note'
     where message.id is not null or note.id is not null
     order by entry.at desc, entry.id desc`,
    values,
  )
  return result.rows
}
