import type pg from 'pg'
import { arrayLiteral } from '@/lib/db/array-literal'
import { allSent } from '@/lib/db/batch-pool'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { messagePreview } from '@/shared/messages/message-preview'
import { messageStatusRank } from '@/shared/messages/message-status-rank'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { InboundText, TextReport } from './text-report'

type Received = Extract<TextReport, InboundText>

type FreshRow = {
  id: string
  conversation_id: string
  unread_count: number
  last_message_at: Date
  last_message_preview: string
  last_message_direction: 'inbound' | 'outbound'
  contact_name: string | null
  opted_out: boolean
}

/**
 * The fact decides who is new (a duplicate, on any instance, finds it taken); each conversation is touched once and counts only new texts.
 * Locks are taken in key order, so instances do not deadlock. Looked up by: facts' primary key, twilio_messages.message_sid,
 * conversations (our_number, their_number). Lookups are sub-selects: their plan cannot go wrong with the statistics.
 */
const countTexts = `
with input as materialized (
  select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[])
    as input (id, message_sid, received_at, raw, from_number, to_number, preview)
), recorded as (
  insert into twilio_webhook_facts (event_key, kind, raw, received_at)
  select message_sid || ':received', 'sms', raw, received_at from input order by 1
  on conflict do nothing
  returning event_key
)
insert into conversations as thread (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction,
                                     unread_count, created_at)
select (array_agg(id order by received_at))[1], to_number, from_number, max(received_at),
       (array_agg(preview order by received_at desc))[1], 'inbound', count(*), min(received_at)
  from input
 where (message_sid || ':received' in (select event_key from recorded)) is true
   and (select id from twilio_messages known where known.message_sid = input.message_sid) is null
 group by to_number, from_number order by to_number, from_number
on conflict (our_number, their_number) do update set
  unread_count = thread.unread_count + excluded.unread_count,
  last_message_at = greatest(thread.last_message_at, excluded.last_message_at),
  last_message_preview = case when excluded.last_message_at >= thread.last_message_at
                              then excluded.last_message_preview else thread.last_message_preview end,
  last_message_direction = case when excluded.last_message_at >= thread.last_message_at
                                then 'inbound' else thread.last_message_direction end`

/** The texts themselves, and what the screens need to know of those that are new. Looked up by the same, contacts.phone_number, twilio_opt_outs_newest. */
const writeTexts = `
with written as (
  insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number,
                               messaging_service_sid, body, num_segments, num_media, media, keyword, created_at, updated_at)
  select id, message_sid, (select thread.id from conversations thread where our_number = to_number and their_number = from_number),
         'inbound', 'received', $11, from_number, to_number, messaging_service_sid, body, num_segments,
         coalesce(jsonb_array_length(media), 0), media, keyword, received_at, received_at
    from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::jsonb[], $9::text[],
                $10::text[])
      as input (id, message_sid, received_at, from_number, to_number, body, num_segments, media, keyword, messaging_service_sid)
   order by message_sid
  on conflict (message_sid) do nothing
  returning id, conversation_id
)
select written.id, thread.id as conversation_id, unread_count, last_message_at, last_message_preview, last_message_direction,
       (select name from contacts where phone_number = their_number) as contact_name,
       coalesce((select kind = 'opted_out' from twilio_opt_outs where phone_number = their_number
                  order by recorded_at desc, id desc limit 1), false) as opted_out
  from written
 cross join lateral (select * from conversations where conversations.id = written.conversation_id offset 0) thread`

/** The keywords among them, of texts that are new: those have the id we gave them. Looked up by twilio_messages' primary key. */
const keepOptOuts = `
insert into twilio_opt_outs (id, phone_number, kind, source, words, our_number, message_sid, recorded_at)
select id, from_number, case keyword when 'STOP' then 'opted_out' else 'opted_in' end, 'keyword', left(body, 200), to_number,
       message_sid, created_at
  from twilio_messages where id = any($1)`

/** Writes texts that reached us and gives the live events of those that are new. */
export async function writeInboundTexts(client: pg.ClientBase, reports: Received[]): Promise<NewLiveEvent[]> {
  if (reports.length === 0) return []
  const texts = new Map(reports.map((report) => [report.messageSid, { ...report, id: uuidV7(report.receivedAt) }]))
  const rows = [...texts.values()]
  const keywords = rows.filter((text) => text.keyword === 'STOP' || text.keyword === 'START')
  const column = (value: (text: Received & { id: string }) => string | number | null) => arrayLiteral(rows.map(value))
  const common = [
    column((text) => text.id),
    column((text) => text.messageSid),
    column((text) => text.receivedAt.toISOString()),
  ]
  const parties = [column((text) => text.from), column((text) => text.to)]
  const counted = client.query({
    name: 'count-inbound-texts',
    text: countTexts,
    values: [
      ...common,
      column((text) => text.raw),
      ...parties,
      column((text) => messagePreview(text.body, text.media.length)),
    ],
  })
  const written = client.query<FreshRow>({
    name: 'write-inbound-texts',
    text: writeTexts,
    values: [
      ...common,
      ...parties,
      column((text) => text.body),
      column((text) => text.numSegments),
      column((text) => (text.media.length === 0 ? null : JSON.stringify(text.media))),
      column((text) => text.keyword),
      column((text) => text.messagingServiceSid),
      messageStatusRank.received,
    ],
  })
  const kept =
    keywords.length === 0
      ? undefined
      : client.query({ name: 'keep-opt-outs', text: keepOptOuts, values: [keywords.map((text) => text.id)] })
  const [, [{ rows: fresh }]] = await allSent(counted, allSent(written, Promise.resolve(kept)))
  return eventsOf(rows, fresh)
}

function eventsOf(texts: (Received & { id: string })[], fresh: FreshRow[]): NewLiveEvent[] {
  const freshById = new Map(fresh.map((row) => [row.id, row]))
  const optedOut = new Map<string, boolean>()
  return texts.flatMap((text): NewLiveEvent[] => {
    const row = freshById.get(text.id)
    if (!row) return []
    if (text.keyword === 'STOP') optedOut.set(text.from, true)
    if (text.keyword === 'START') optedOut.set(text.from, false)
    const received: NewLiveEvent = {
      type: 'message.received',
      data: {
        message: {
          id: text.id,
          messageSid: text.messageSid,
          conversationId: row.conversation_id,
          direction: 'inbound',
          status: 'received',
          from: text.from,
          to: text.to,
          body: text.body,
          numSegments: text.numSegments,
          media: text.media,
          keyword: text.keyword,
          errorCode: null,
          errorMessage: null,
          createdAt: text.receivedAt.toISOString(),
        },
        conversation: {
          id: row.conversation_id,
          ourNumber: text.to,
          theirNumber: text.from,
          contactName: row.contact_name,
          lastMessageAt: row.last_message_at.toISOString(),
          lastMessagePreview: row.last_message_preview,
          lastMessageDirection: row.last_message_direction,
          unreadCount: row.unread_count,
          optedOut: optedOut.get(text.from) ?? row.opted_out,
        },
      },
    }
    if (text.keyword !== 'STOP' && text.keyword !== 'START') return [received]
    const kind = text.keyword === 'STOP' ? 'opted_out' : 'opted_in'
    return [received, { type: 'opt_out.recorded', data: { phoneNumber: text.from, kind } }]
  })
}
