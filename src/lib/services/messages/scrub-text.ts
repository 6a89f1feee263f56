import type { Transaction } from '@/lib/db/client'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

/** `ids`: the text's own, and those of attempts that failed before it. */
export type TextToScrub = {
  ids: readonly string[]
  messageSid: string | null
  conversationId: string
  preview: string
  createdAt: Date
}

/** What a request that comes again with its Idempotency-Key is told of a text that was deleted since. */
const deletedAnswer = JSON.stringify({
  error: { code: 'not_found', message: 'This text was sent and has been deleted since.', requestId: '' },
})

/**
 * Takes a text's words out of everywhere they stand beside its own row and the rows that go with it: the webhook as it came, the live log,
 * kept answers, failed operations, replies that were prepared, the search index. The rows that keep things from happening twice stay,
 * emptied. Gives the live events of what was closed.
 */
export async function scrubText(tx: Transaction, text: TextToScrub): Promise<NewLiveEvent[]> {
  const { client } = tx
  await client.query({
    name: 'scrub-fact',
    text: `update twilio_webhook_facts set raw = '' where event_key = $1`,
    values: [`${text.messageSid}:received`],
  })
  await client.query({
    name: 'scrub-unhandled',
    text: `with scrubbed as (
             update twilio_webhook_facts set raw = ''
             where event_key in (select payload ->> 'eventKey' from failed_operations where kind = 'webhook')
               and raw like '%' || $1 || '%'
             returning event_key)
           delete from failed_operations where kind = 'webhook' and payload ->> 'eventKey' in (select event_key from scrubbed)`,
    values: [text.messageSid ?? text.ids[0]],
  })
  await client.query({
    name: 'scrub-kept-answers',
    text: `update idempotency_keys set answer_status = 404, answer_body = $2 where subject_id = any($1) and answer_body is not null`,
    values: [text.ids, deletedAnswer],
  })
  await client.query({
    name: 'scrub-replies',
    text: `update automatic_replies set body = null where reply_message_id = any($1)`,
    values: [text.ids],
  })
  await client.query({ name: 'scrub-search', text: `delete from inbox_search where id = any($1)`, values: [text.ids] })
  const planned = await client.query<{ id: string }>({
    name: 'scrub-scheduled',
    text: `update scheduled_messages set body = '', media_urls = '[]' where message_id = any($1) returning id`,
    values: [text.ids],
  })
  const patterns = [...text.ids, ...planned.rows.map((row) => row.id)].map((id) => `%${id}%`)
  await scrubLog(tx, text, patterns)
  return closeOperations(tx, text, patterns)
}

/** By twilio_events_at. A client that had not read them is told of the deletion all the same. */
async function scrubLog({ client }: Transaction, text: TextToScrub, patterns: string[]) {
  const { conversationId, preview, createdAt } = text
  const since = new Date(createdAt.getTime() - 60_000)
  await client.query({
    name: 'scrub-events',
    text: `delete from twilio_events where at >= $2 and data::text like any($1)`,
    values: [patterns, since],
  })
  if (preview === '') return
  await client.query({
    name: 'scrub-previews',
    text: `update twilio_events set data = jsonb_set(data::jsonb, '{conversation,lastMessagePreview}', '""')::json
           where at >= $3 and data -> 'conversation' ->> 'id' = $1 and data -> 'conversation' ->> 'lastMessagePreview' = $2`,
    values: [conversationId, preview, since],
  })
}

/** A failed operation has the words it would need to try again; without them it is nothing. */
async function closeOperations(
  { client }: Transaction,
  text: TextToScrub,
  patterns: string[],
): Promise<NewLiveEvent[]> {
  const { rows } = await client.query<{ id: string; was_open: boolean }>({
    name: 'scrub-operations',
    text: `delete from failed_operations
           where (subject = any($1) or payload::text like any($2)) and kind in ('message.send', 'follower')
           returning id, settled_at is null as was_open`,
    values: [text.ids, text.messageSid === null ? patterns : [...patterns, `%${text.messageSid}%`]],
  })
  return rows
    .filter((row) => row.was_open)
    .map((row) => ({ type: 'operation.settled', data: { operationId: row.id, outcome: 'dismissed' } }))
}
