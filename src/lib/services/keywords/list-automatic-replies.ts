import { and, desc, eq, sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { automaticReplies, smsKeywords } from '@/lib/db/schema/keywords'
import { messages } from '@/lib/db/schema/messages'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListAutomaticRepliesQuery } from '@/shared/schemas/keyword'
import { toAutomaticReply } from './to-automatic-reply'

/** What was answered by itself, or not and why, newest first (automatic_replies_newest). */
export async function listAutomaticReplies(ctx: Pick<CoreContext, 'database'>, query: ListAutomaticRepliesQuery) {
  const syncCursor = await currentCursor(ctx)
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  const { createdAt, keywordId, messageId } = automaticReplies
  const rows = await ctx.database.drizzle
    .select({ reply: automaticReplies, from: messages.from, text: messages.body, keywordName: smsKeywords.name })
    .from(automaticReplies)
    .innerJoin(messages, eq(messages.id, messageId))
    .leftJoin(smsKeywords, eq(smsKeywords.id, keywordId))
    .where(
      and(
        query.keywordId ? eq(keywordId, query.keywordId) : undefined,
        cursor
          ? sql`(${createdAt}, ${messageId}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(messageId))
    .limit(query.limit + 1)
  const page = pageOfRows(
    rows,
    query.limit,
    ({ reply, ...rest }) => ({ ...toAutomaticReply(reply), ...rest }),
    ({ reply }) => ({ at: reply.createdAt, id: reply.messageId }),
  )
  return { ...page, syncCursor }
}
