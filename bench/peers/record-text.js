// @ts-check
import pg from 'pg'

/** What an app without batching does for each webhook: one transaction, the same rows. Shared by the peers. */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.PEER_CONNECTIONS ?? 16),
})

/** @param {(client: pg.PoolClient) => Promise<void>} work */
async function inTransaction(work) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/**
 * A text that came in: fact, conversation, message, event.
 * @param {Record<string, string>} text Twilio's parameters
 * @param {string} raw
 */
export function recordInboundText(text, raw) {
  const at = new Date()
  return inTransaction(async (client) => {
    const fact = await client.query({
      name: 'fact',
      text: `insert into twilio_webhook_facts (event_key, kind, raw, received_at) values ($1, 'sms', $2, $3) on conflict do nothing`,
      values: [`${text.MessageSid}:received`, raw, at],
    })
    if (fact.rowCount === 0) return
    const thread = await client.query({
      name: 'thread',
      text: `insert into conversations as thread (id, our_number, their_number, last_message_at, last_message_preview,
               last_message_direction, unread_count, created_at)
             values (gen_random_uuid(), $1, $2, $3, $4, 'inbound', 1, $3)
             on conflict (our_number, their_number) do update set unread_count = thread.unread_count + 1,
               last_message_at = excluded.last_message_at, last_message_preview = excluded.last_message_preview,
               last_message_direction = 'inbound'
             returning id, unread_count`,
      values: [text.To, text.From, at, text.Body.slice(0, 120)],
    })
    const { id: conversationId, unread_count: unreadCount } = thread.rows[0]
    const message = await client.query({
      name: 'message',
      text: `insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number, body,
               num_segments, created_at, updated_at)
             values (gen_random_uuid(), $1, $2, 'inbound', 'received', 80, $3, $4, $5, $6, $7, $7) returning id`,
      values: [text.MessageSid, conversationId, text.From, text.To, text.Body, Number(text.NumSegments), at],
    })
    await client.query({
      name: 'event',
      text: `insert into twilio_events (type, at, data) values ('message.received', $1, $2)`,
      values: [
        at,
        JSON.stringify({
          message: {
            id: message.rows[0].id,
            messageSid: text.MessageSid,
            conversationId,
            direction: 'inbound',
            status: 'received',
            from: text.From,
            to: text.To,
            body: text.Body,
            numSegments: Number(text.NumSegments),
            media: [],
            keyword: null,
            errorCode: null,
            errorMessage: null,
            createdAt: at,
          },
          conversation: {
            id: conversationId,
            ourNumber: text.To,
            theirNumber: text.From,
            contactName: null,
            lastMessageAt: at,
            lastMessagePreview: text.Body.slice(0, 120),
            lastMessageDirection: 'inbound',
            unreadCount,
            optedOut: false,
          },
        }),
      ],
    })
  })
}

/** @type {Record<string, number>} */
const ranks = { queued: 20, sent: 40, failed: 51, undelivered: 52, delivered: 60 }

/**
 * What became of a text we sent: fact, status when it is higher, event.
 * @param {Record<string, string>} report Twilio's parameters
 * @param {string} raw
 */
export function recordTextStatus(report, raw) {
  const at = new Date()
  return inTransaction(async (client) => {
    await client.query({
      name: 'status-fact',
      text: `insert into twilio_webhook_facts (event_key, kind, raw, received_at) values ($1, 'message-status', $2, $3)
             on conflict do nothing`,
      values: [`${report.MessageSid}:${report.MessageStatus}`, raw, at],
    })
    const changed = await client.query({
      name: 'status',
      text: `update twilio_messages set status = $2, status_rank = $3, error_code = $4, updated_at = $5
              where message_sid = $1 and status_rank < $3 returning id, conversation_id`,
      values: [report.MessageSid, report.MessageStatus, ranks[report.MessageStatus], report.ErrorCode ?? null, at],
    })
    if (changed.rowCount === 0) return
    const { id, conversation_id: conversationId } = changed.rows[0]
    await client.query({
      name: 'status-event',
      text: `insert into twilio_events (type, at, data) values ('message.status_changed', $1, $2)`,
      values: [
        at,
        JSON.stringify({
          id,
          conversationId,
          messageSid: report.MessageSid,
          status: report.MessageStatus,
          errorCode: report.ErrorCode ?? null,
          errorMessage: null,
        }),
      ],
    })
  })
}
