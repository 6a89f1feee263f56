import type pg from 'pg'
import { z } from 'zod'
import { messageStatusRank } from '@/shared/messages/message-status-rank'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { MessageStatusSchema } from '@/shared/schemas/message'
import type { TextReport, TextStatus } from './text-report'
import { writeTextStatuses } from './write-text-statuses'

const Kept = z.object({
  MessageSid: z.string(),
  MessageStatus: MessageStatusSchema,
  ErrorCode: z.coerce.number().int().positive().nullish().catch(null),
})

/**
 * Applies status callbacks that came before their text's row had a SID: for whoever inserts such a row or learns its SID, in that same
 * transaction. Gives the live events. Facts are found by their primary key.
 */
export async function recordKeptStatuses(
  client: pg.ClientBase,
  at: Date,
  messageSids: readonly string[],
): Promise<NewLiveEvent[]> {
  const keys = messageSids.flatMap((sid) => Object.keys(messageStatusRank).map((status) => `${sid}:${status}`))
  const { rows } = await client.query<{ raw: string; received_at: Date }>({
    name: 'read-kept-statuses',
    text: `select raw, received_at from twilio_webhook_facts where event_key = any($1) and kind = 'message-status'`,
    values: [keys],
  })
  const reports = rows.flatMap((row): Extract<TextReport, TextStatus>[] => {
    const kept = Kept.safeParse(Object.fromEntries(new URLSearchParams(row.raw)))
    if (!kept.success) return []
    const { MessageSid: messageSid, MessageStatus: status, ErrorCode: errorCode } = kept.data
    const attemptId = null
    return [
      {
        kind: 'status',
        messageSid,
        status,
        errorCode: errorCode ?? null,
        attemptId,
        raw: row.raw,
        receivedAt: row.received_at,
      },
    ]
  })
  return writeTextStatuses(client, at, reports)
}
