import type { Transaction } from '@/lib/db/client'
import { messageColumns, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import type { Message } from '@/shared/schemas/message'

/** The text with our id, or null. */
export async function findMessage(tx: Pick<Transaction, 'client'>, id: string): Promise<Message | null> {
  const result = await tx.client.query<MessageRow>({
    name: 'find-message',
    text: `select ${messageColumns} from twilio_messages message where message.id = $1`,
    values: [id],
  })
  const row = result.rows[0]
  return row ? toMessage(row) : null
}
