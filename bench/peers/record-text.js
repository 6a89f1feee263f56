// @ts-check
import pg from 'pg'

/**
 * What an app without batching does for each webhook: one transaction, the same rows, each statement prepared. Shared by the peers. The event is
 * the same too: with the sender's name and whether they have opted out, in the order of commits and announced, as whoever shows texts live
 * must do it (decision 0003). PEER_LIVE=no leaves the order and the announcement away: a log that readers may lose events of.
 */
const live = process.env.PEER_LIVE !== 'no'
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

/** The lock of our own log. */
const eventLog = 7_306_413

const inOrder = `with held as materialized (select pg_advisory_xact_lock(${eventLog})),
  appended as (insert into twilio_events (type, at, data) select $1, $2, $3 from held)
  select pg_notify('twilio_events', '')`
const unordered = `insert into twilio_events (type, at, data) values ($1, $2, $3)`

/** @param {pg.PoolClient} client @param {string} type @param {Date} at @param {object} data */
function appendEvent(client, type, at, data) {
  return client.query({ name: 'event', text: live ? inOrder : unordered, values: [type, at, JSON.stringify(data)] })
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
             returning id, unread_count, status, snoozed_until, assigned_to, assigned_name, last_outbound_by, revision`,
      values: [text.To, text.From, at, text.Body.slice(0, 120)],
    })
    const conversation = thread.rows[0]
    const conversationId = conversation.id
    const message = await client.query({
      name: 'message',
      text: `insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number, body,
               num_segments, created_at, updated_at)
             values (gen_random_uuid(), $1, $2, 'inbound', 'received', 80, $3, $4, $5, $6, $7, $7) returning id`,
      values: [text.MessageSid, conversationId, text.From, text.To, text.Body, Number(text.NumSegments), at],
    })
    const sender = await client.query({
      name: 'sender',
      text: `select contact.id, contact.name,
                    (select kind = 'opted_out' from twilio_opt_outs where phone_number = $1
                      order by recorded_at desc, id desc limit 1) as opted_out
               from (select) one left join contacts contact on contact.phone_number = $1`,
      values: [text.From],
    })
    const { id: contactId, name: contactName, opted_out: optedOut } = sender.rows[0]
    await appendEvent(client, 'message.received', at, {
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
        sentBy: null,
        createdAt: at,
      },
      conversation: {
        id: conversationId,
        ourNumber: text.To,
        theirNumber: text.From,
        contactId,
        contactName,
        lastMessageAt: at,
        lastMessagePreview: text.Body.slice(0, 120),
        lastMessageDirection: 'inbound',
        unreadCount: conversation.unread_count,
        optedOut: optedOut ?? false,
        status: conversation.status,
        snoozedUntil: conversation.snoozed_until,
        assignedTo: conversation.assigned_to && { id: conversation.assigned_to, name: conversation.assigned_name },
        lastOutboundBy: conversation.last_outbound_by,
        revision: conversation.revision,
      },
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
    await appendEvent(client, 'message.status_changed', at, {
      id,
      conversationId,
      messageSid: report.MessageSid,
      status: report.MessageStatus,
      errorCode: report.ErrorCode ?? null,
      errorMessage: null,
    })
  })
}
