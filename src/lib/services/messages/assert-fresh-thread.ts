import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { StaleThreadError } from '@/shared/errors'

/**
 * Throws StaleThreadError when somebody else has answered in the conversation after the text the sender saw last (null: since ever). The
 * caller holds the conversation's row, so of two answers at once the second sees the first. Served by twilio_messages_thread.
 */
export async function assertFreshThread(
  ctx: CoreContext,
  tx: Transaction,
  { conversationId, lastSeenMessageId }: { conversationId: string; lastSeenMessageId: string | null },
): Promise<void> {
  const result = await tx.client.query<{ id: string; by: string | null; created_at: Date }>({
    name: 'answered-meanwhile',
    text: `select message.id, message.created_at,
             case when message.created_by like 'operator:%'
                  then coalesce((select name from users where 'operator:' || id = message.created_by),
                                (select name from host_people where 'operator:' || id = message.created_by), 'Somebody')
                  when message.created_by like 'api-key:%' then 'A script'
                  else 'An automatic reply' end as by
           from twilio_messages message
           left join twilio_messages seen on seen.id = $2 and seen.conversation_id = $1
           where message.conversation_id = $1 and message.direction = 'outbound' and message.created_by is distinct from $3
             and message.status not in ('failed', 'canceled')
             and (seen.id is null or (message.created_at, message.id) > (seen.created_at, seen.id))
           order by message.created_at desc, message.id desc limit 1`,
    values: [conversationId, lastSeenMessageId, actorName(ctx.actor)],
  })
  const answer = result.rows[0]
  if (!answer) return
  throw new StaleThreadError({
    by: answer.by ?? 'Somebody',
    at: answer.created_at.toISOString(),
    messageId: answer.id,
  })
}
