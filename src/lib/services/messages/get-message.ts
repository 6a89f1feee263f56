import type { CoreContext } from '@/lib/context'
import { messageColumns, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import { NotFoundError } from '@/shared/errors'
import type { Message } from '@/shared/schemas/message'

/** The text with this SID; NotFoundError when we have none. Served by the unique index on message_sid. */
export async function getMessage(ctx: Pick<CoreContext, 'database'>, messageSid: string): Promise<Message> {
  const result = await ctx.database.pool.query<MessageRow>({
    name: 'get-message',
    text: `select ${messageColumns} from twilio_messages message where message.message_sid = $1`,
    values: [messageSid],
  })
  const row = result.rows[0]
  if (!row) throw new NotFoundError('There is no such text.')
  return toMessage(row)
}
