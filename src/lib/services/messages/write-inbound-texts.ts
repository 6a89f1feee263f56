import type pg from 'pg'
import { arrayLiteral } from '@/lib/db/array-literal'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { messagePreview } from '@/shared/messages/message-preview'
import { messageStatusRank } from '@/shared/messages/message-status-rank'
import type { InboundText, TextReport } from './text-report'

type Received = Extract<TextReport, InboundText>

/** A text that nobody has told us of before, with the id its row will have. */
export type FreshText = Received & { id: string }

/** What the screens need to know of those who wrote, beside their texts. */
export type Senders = { names: Map<string, string>; optedOut: Set<string> }

export type Thread = {
  id: string
  our_number: string
  their_number: string
  unread_count: number
  last_message_at: Date
  last_message_preview: string
  last_message_direction: 'inbound' | 'outbound'
}

/**
 * Keeps the facts and says which texts are new: the fact decides, a duplicate finds it taken, on any instance. Keys go in order, so that
 * instances do not deadlock. By the primary key of facts, twilio_messages.message_sid, contacts.phone_number, twilio_opt_outs_newest.
 */
export async function keepTextFacts(
  client: pg.ClientBase,
  reports: Received[],
): Promise<{ fresh: FreshText[]; senders: Senders }> {
  const texts = [...new Map(reports.map((report) => [report.messageSid, report])).values()].toSorted(by('messageSid'))
  const sids = arrayLiteral(texts.map((text) => text.messageSid))
  const senders = arrayLiteral([...new Set(texts.map((text) => text.from))])
  const [recorded, known] = await Promise.all([
    client.query<{ event_key: string }>({
      name: 'keep-text-facts',
      text: `insert into twilio_webhook_facts (event_key, kind, raw, received_at)
             select message_sid || ':received', 'sms', raw, received_at
               from unnest($1::text[], $2::text[], $3::timestamptz[]) as input (message_sid, raw, received_at)
             on conflict do nothing
             returning event_key`,
      values: [
        sids,
        arrayLiteral(texts.map((text) => text.raw)),
        arrayLiteral(texts.map((text) => text.receivedAt.toISOString())),
      ],
    }),
    client.query<{ what: 'text' | 'name' | 'opted_out' | 'opted_in'; key: string; value: string | null }>({
      name: 'read-known-of-texts',
      text: `select 'text' as what, message_sid as key, null as value from twilio_messages where message_sid = any($1::text[])
             union all
             select 'name', phone_number, name from contacts where phone_number = any($2::text[])
             union all
             (select distinct on (phone_number) kind, phone_number, null from twilio_opt_outs where phone_number = any($2::text[])
               order by phone_number, recorded_at desc, id desc)`,
      values: [sids, senders],
    }),
  ])
  const keysOf = (what: string) => known.rows.filter((row) => row.what === what).map((row) => row.key)
  const newKeys = new Set(recorded.rows.map((row) => row.event_key))
  const knownSids = new Set(keysOf('text'))
  return {
    fresh: texts
      .filter(({ messageSid }) => newKeys.has(`${messageSid}:received`) && !knownSids.has(messageSid))
      .map((text) => ({ ...text, id: uuidV7(text.receivedAt) })),
    senders: {
      names: new Map(known.rows.flatMap((row) => (row.what === 'name' && row.value ? [[row.key, row.value]] : []))),
      optedOut: new Set(keysOf('opted_out')),
    },
  }
}

/** Touches each conversation once, counting its new texts as unread; by conversations (our_number, their_number), in that order. */
export async function touchThreads(client: pg.ClientBase, fresh: FreshText[]): Promise<Map<string, Thread>> {
  const groups = [...Map.groupBy(fresh, threadKey).entries()].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const threads = groups.flatMap(([, texts]) => {
    const [oldest] = texts.toSorted(by('receivedAt'))
    const newest = texts.toSorted(by('receivedAt')).at(-1)
    return oldest && newest ? [{ oldest, newest, count: texts.length }] : []
  })
  const { rows } = await client.query<Thread>({
    name: 'touch-threads',
    text: `insert into conversations as thread (id, our_number, their_number, last_message_at, last_message_preview,
             last_message_direction, unread_count, created_at)
           select id, our_number, their_number, last_message_at, preview, 'inbound', unread, created_at
             from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::integer[], $7::timestamptz[])
               as input (id, our_number, their_number, last_message_at, preview, unread, created_at)
           on conflict (our_number, their_number) do update set
             unread_count = thread.unread_count + excluded.unread_count,
             last_message_at = greatest(thread.last_message_at, excluded.last_message_at),
             last_message_preview = case when excluded.last_message_at >= thread.last_message_at
                                         then excluded.last_message_preview else thread.last_message_preview end,
             last_message_direction = case when excluded.last_message_at >= thread.last_message_at
                                           then 'inbound' else thread.last_message_direction end
           returning id, our_number, their_number, unread_count, last_message_at, last_message_preview, last_message_direction`,
    values: [
      arrayLiteral(threads.map(({ oldest }) => oldest.id)),
      arrayLiteral(threads.map(({ oldest }) => oldest.to)),
      arrayLiteral(threads.map(({ oldest }) => oldest.from)),
      arrayLiteral(threads.map(({ newest }) => newest.receivedAt.toISOString())),
      arrayLiteral(threads.map(({ newest }) => messagePreview(newest.body, newest.media.length))),
      arrayLiteral(threads.map(({ count }) => count)),
      arrayLiteral(threads.map(({ oldest }) => oldest.receivedAt.toISOString())),
    ],
  })
  return new Map(rows.map((row) => [threadKey({ to: row.our_number, from: row.their_number }), row]))
}

/**
 * Writes the texts, and the opt-outs among them. A row that came from elsewhere in between is a conflict: the batch is tried again and
 * then knows it.
 */
export async function insertTexts(client: pg.ClientBase, fresh: FreshText[], threads: Map<string, Thread>) {
  const keywords = fresh.filter((text) => text.keyword === 'STOP' || text.keyword === 'START')
  await Promise.all([
    client.query({
      name: 'insert-inbound-texts',
      text: `insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number,
               messaging_service_sid, body, num_segments, num_media, media, keyword, created_at, updated_at)
             select id, message_sid, conversation_id, 'inbound', 'received', $12, from_number, to_number, messaging_service_sid, body,
                    num_segments, coalesce(jsonb_array_length(media), 0), media, keyword, received_at, received_at
               from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::smallint[],
                           $9::jsonb[], $10::text[], $11::timestamptz[])
                 as input (id, message_sid, conversation_id, from_number, to_number, messaging_service_sid, body, num_segments, media,
                           keyword, received_at)`,
      values: [
        arrayLiteral(fresh.map((text) => text.id)),
        arrayLiteral(fresh.map((text) => text.messageSid)),
        arrayLiteral(fresh.map((text) => threads.get(threadKey(text))?.id ?? null)),
        arrayLiteral(fresh.map((text) => text.from)),
        arrayLiteral(fresh.map((text) => text.to)),
        arrayLiteral(fresh.map((text) => text.messagingServiceSid)),
        arrayLiteral(fresh.map((text) => text.body)),
        arrayLiteral(fresh.map((text) => text.numSegments)),
        arrayLiteral(fresh.map((text) => (text.media.length === 0 ? null : JSON.stringify(text.media)))),
        arrayLiteral(fresh.map((text) => text.keyword)),
        arrayLiteral(fresh.map((text) => text.receivedAt.toISOString())),
        messageStatusRank.received,
      ],
    }),
    keywords.length > 0 &&
      client.query({
        name: 'insert-opt-outs',
        text: `insert into twilio_opt_outs (id, phone_number, kind, source, words, our_number, message_sid, recorded_at)
               select id, phone_number, kind, 'keyword', left(words, 200), our_number, message_sid, recorded_at
                 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
                   as input (id, phone_number, kind, words, our_number, message_sid, recorded_at)`,
        values: [
          arrayLiteral(keywords.map((text) => text.id)),
          arrayLiteral(keywords.map((text) => text.from)),
          arrayLiteral(keywords.map((text) => (text.keyword === 'STOP' ? 'opted_out' : 'opted_in'))),
          arrayLiteral(keywords.map((text) => text.body)),
          arrayLiteral(keywords.map((text) => text.to)),
          arrayLiteral(keywords.map((text) => text.messageSid)),
          arrayLiteral(keywords.map((text) => text.receivedAt.toISOString())),
        ],
      }),
  ])
}

export function threadKey({ to, from }: { to: string; from: string }) {
  return `${to} ${from}`
}

/** Compares by one field; equal ones keep their order. */
function by<Field extends string>(field: Field) {
  return (one: Record<Field, string | Date>, other: Record<Field, string | Date>) =>
    one[field] < other[field] ? -1 : one[field] > other[field] ? 1 : 0
}
