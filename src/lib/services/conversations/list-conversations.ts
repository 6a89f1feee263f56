import type { CoreContext } from '@/lib/context'
import { pageOfRows } from '@/lib/db/cursor'
import { findByParty } from '@/lib/services/conversations/find-by-party'
import { toConversation } from '@/lib/services/conversations/to-conversation'
import { wakeSnoozed } from '@/lib/services/conversations/wake-snoozed'
import { walkConversations } from '@/lib/services/conversations/walk-conversations'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListConversationsQuery } from '@/shared/schemas/conversation'

/** Conversations, the newest text first; with `q` those whose contact's name or number has it. */
export async function listConversations(
  ctx: Pick<CoreContext, 'database' | 'clock' | 'actor'>,
  query: ListConversationsQuery,
) {
  await wakeSnoozed(ctx)
  const syncCursor = await currentCursor(ctx)
  const rows = await (query.q === undefined ? walkConversations(ctx, query) : findByParty(ctx, query, query.q))
  return {
    ...pageOfRows(rows, query.limit, toConversation, (row) => ({ at: row.last_message_at, id: row.id })),
    syncCursor,
  }
}
