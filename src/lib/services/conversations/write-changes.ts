import type pg from 'pg'
import { arrayLiteral } from '@/lib/db/array-literal'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { ConversationChange, TeamMember } from '@/shared/schemas/conversation'

export type NewChange = {
  conversationId: string
  what: ConversationChange['what']
  assigneeName?: string
  until?: Date
}

/** Writes lines of timelines; `by` is the actor and their name, null for what happens by itself. */
export async function writeChanges(
  client: pg.ClientBase,
  at: Date,
  by: { actor: string; person: TeamMember } | null,
  changes: readonly NewChange[],
): Promise<ConversationChange[]> {
  const written = changes.map(({ conversationId, what, assigneeName, until }) => ({
    id: uuidV7(at),
    conversationId,
    at: at.toISOString(),
    what,
    by: by?.actor ?? null,
    byName: by?.person.name ?? null,
    assigneeName: assigneeName ?? null,
    until: until?.toISOString() ?? null,
  }))
  if (written.length === 0) return []
  await client.query({
    name: 'write-conversation-changes',
    text: `insert into conversation_changes (id, conversation_id, at, what, actor, actor_name, assignee_name, until)
           select id, conversation_id, $3, what, $5, $6, assignee_name, until
           from unnest($1::uuid[], $2::uuid[], $4::text[], $7::text[], $8::timestamptz[])
             as change (id, conversation_id, what, assignee_name, until)`,
    values: [
      arrayLiteral(written.map((change) => change.id)),
      arrayLiteral(written.map((change) => change.conversationId)),
      at,
      arrayLiteral(written.map((change) => change.what)),
      by?.actor ?? null,
      by?.person.name ?? null,
      arrayLiteral(written.map((change) => change.assigneeName)),
      arrayLiteral(written.map((change) => change.until)),
    ],
  })
  return written
}
