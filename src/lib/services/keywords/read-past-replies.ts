import type { Transaction } from '@/lib/db/client'
import type { PastReply } from '@/shared/keywords/cut-loop'

const aDay = 24 * 3_600_000

type Row = { conversation_id: string; at: Date; text: string; reply: string | null }

/** What was answered by itself in these conversations in the last day; served by automatic_replies_conversation. */
export async function readPastReplies(
  tx: Pick<Transaction, 'client'>,
  conversationIds: readonly string[],
  now: Date,
): Promise<Map<string, PastReply[]>> {
  const { rows } = await tx.client.query<Row>({
    name: 'past-replies',
    text: `select past.conversation_id, past.created_at as at, message.body as text, past.body as reply
           from automatic_replies past join twilio_messages message on message.id = past.message_id
           where past.conversation_id = any($1) and past.created_at > $2
             and past.reply_message_id is not null and past.status <> 'skipped'`,
    values: [conversationIds, new Date(now.getTime() - aDay)],
  })
  const past = new Map<string, PastReply[]>()
  for (const { conversation_id: id, ...reply } of rows) past.set(id, [...(past.get(id) ?? []), reply])
  return past
}
